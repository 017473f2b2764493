// Shows the parts of a quote together, in the text and in the list. Without it, links and details work.
(() => {
  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
  const show = (number) => {
    each(".current", (element) => element.classList.remove("current"));
    each(`[data-q="${number}"]`, (element) => element.classList.add("current"));
  };
  const follow = () => {
    const target = /^#[qs](\d+)$/.exec(location.hash);
    if (target) show(target[1]);
  };
  addEventListener("hashchange", follow);
  follow();
  // A click on quoted words brings their entry into the list's view and leaves the text where it is.
  document.querySelector("article").addEventListener("click", ({ target }) => {
    const quote = target.closest("mark");
    if (!quote || target.closest("a") || String(getSelection())) return;
    show(quote.dataset.q);
    const list = document.getElementById("said");
    const entry = document.getElementById(`s${quote.dataset.q}`);
    list.scrollTop += entry.getBoundingClientRect().top - list.getBoundingClientRect().top - 16;
  });
})();
