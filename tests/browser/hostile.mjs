// A text that pages go wrong with. All of it is invented.

/** What a page must show and not obey: tags, controls, directions that do not end, words that do not break. */
export const hostile = [
  'قال المدير سامي حداد: «<script>window.obeyed = 1</script> & "نعم" \'لا\' <b onclick="window.obeyed = 1">».',
  "وأضاف أن \u202Eالملف txt.exe\u202C \u2066وصل\u2069 \u2067اليوم.",
  "وقال إن \u0000النص\u0001 \u001B[2J\u0008 \u0085 \u007F \uFFFE مكتمل\t\u000B.",
  "</p></article></main><script>window.obeyed = 1</script><style>*{display:none}</style><!-- -->",
  "&lt;script&gt; &#x202E; ]]> <![CDATA[ <img src=x onerror='window.obeyed = 1'>",
  "وأكد أن " + "كلمة".repeat(80) + " " + "w".repeat(400) + " \u{1F469}\u200D\u{1F52C} e\u0301 انتهى.",
  "",
].join("\r\n\n");

/** More quotes inside one another than a page marks: "Ahmad Mahmoud said that" again and again. */
export const deep = "قال أحمد محمود إن ".repeat(40) + "الجسر جاهز.\n";
