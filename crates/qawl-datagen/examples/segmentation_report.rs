//! How well words are cut, measured on our own gold: the tables of `crates/qawl-segment/MODEL.md`.
//!
//! ```sh
//! cargo run --release -p qawl-datagen --example segmentation_report > tables.md
//! cargo run --release -p qawl-datagen --example segmentation_report -- errors
//! ```
//!
//! Every word is cut by a model that has not seen its sentence: of ten parts of the sentences, nine
//! teach and the tenth is scored, in turn. With `errors` the words that were cut wrong are listed.

use std::path::Path;

use qawl_datagen::Error;
use qawl_datagen::segment::{
    FOLDS, Gold, Model, Sentence, Trainer, Yeh, careless, read_all_gold, sentences, validate,
};
use qawl_segment::evaluation::Score;
use qawl_segment::{Form, Scheme, Segmentation, training};

/// How a word is cut by a model.
type Way = for<'w> fn(&Model, &'w str) -> Segmentation<'w>;

fn main() -> Result<(), Error> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let gold = read_all_gold(&root)?;
    let sentences = sentences(&gold);
    let trainer = Trainer::open(&root)?;
    if std::env::args().nth(1).as_deref() == Some("errors") {
        return list_errors(&trainer, &sentences);
    }
    print_gold(&gold);
    print_validation(&trainer, &gold, &sentences)?;
    print_curve(&trainer, &sentences)?;
    print_ablation(&root, &trainer, &sentences)
}

fn cut<'w>(model: &Model, word: &'w str) -> Segmentation<'w> {
    model.segment(word)
}

fn cut_without_list<'w>(model: &Model, word: &'w str) -> Segmentation<'w> {
    training::segment_without_list(model, word)
}

fn print_gold(gold: &[Gold]) {
    println!("| file | sentences | tokens | of them cut |\n| --- | --: | --: | --: |");
    for Gold { path, sentences, .. } in gold {
        let words = || sentences.iter().flatten();
        let cut = words().filter(|word| word.pieces().len() > 1).count();
        println!("| `{path}` | {} | {} | {cut} |", sentences.len(), words().count());
    }
}

fn print_validation(
    trainer: &Trainer,
    gold: &[Gold],
    sentences: &[Sentence<'_>],
) -> Result<(), Error> {
    let mut scores = vec![Score::default(); gold.len()];
    let mut spelled = vec![[(); 2].map(|()| Score::default()); gold.len()];
    let mut all = Score::default();
    validate(trainer, sentences, usize::MAX, |sentence, word, model| {
        let found = model.segment(word.surface());
        scores[sentence.file].add(word, &found);
        all.add(word, &found);
        for (score, yeh) in spelled[sentence.file].iter_mut().zip([Yeh::Dotted, Yeh::Undotted]) {
            let word = careless(word, yeh);
            score.add(&word, &model.segment(word.surface()));
        }
    })?;
    println!("\nTen-fold cross-validation, all tokens, % of words (F1 of boundaries):\n");
    println!(
        "| | D3 | ATB | D2 | D1 | stems spelled wrong |\n| --- | --: | --: | --: | --: | --: |"
    );
    for (gold, score) in gold.iter().zip(&scores) {
        println!("| `{}` | {}", gold.path, row(score));
    }
    for (gold, [dotted, undotted]) in gold.iter().zip(&spelled) {
        println!("| `{}`, careless: ا, ه, ي | {}", gold.path, row(dotted));
        println!("| `{}`, careless: ا, ه, ى | {}", gold.path, row(undotted));
    }
    print_clitics(&all);
    Ok(())
}

fn row(score: &Score) -> String {
    let schemes = [Scheme::D3, Scheme::Atb, Scheme::D2, Scheme::D1].map(|scheme| {
        format!("{:.2} ({:.2})", 100.0 * score.accuracy(scheme), 100.0 * score.of(scheme).f1())
    });
    format!("{} | {} |", schemes.join(" | "), score.misspelled())
}

fn print_clitics(score: &Score) {
    println!("\nThe clitics of both files, in cross-validation:\n");
    println!("| clitic | gold | missed | false |\n| --- | --: | --: | --: |");
    for (clitic, counts) in score.clitics() {
        let name = clitic.replace('_', "…");
        println!("| {name} | {} | {} | {} |", counts.gold, counts.missed, counts.false_alarms);
    }
}

/// Words of the first file cut wrong and all of them, by models taught with so many sentences.
fn print_curve(trainer: &Trainer, sentences: &[Sentence<'_>]) -> Result<(), Error> {
    println!("\nBy the number of sentences that teach, D3 on the first file:\n");
    println!("| sentences | D3 | F1 |\n| --- | --: | --: |");
    for most in [25, 50, 100, 200, 400, 800, usize::MAX] {
        let score = score_news(trainer, sentences, most, cut)?;
        let count = if most == usize::MAX { sentences.len() * (FOLDS - 1) / FOLDS } else { most };
        println!("| {count} | {}", two(&score));
    }
    Ok(())
}

fn score_news(
    trainer: &Trainer,
    sentences: &[Sentence<'_>],
    most: usize,
    way: Way,
) -> Result<Score, Error> {
    let mut score = Score::default();
    validate(trainer, sentences, most, |sentence, word, model| {
        if sentence.file == 0 {
            score.add(word, &way(model, word.surface()));
        }
    })?;
    Ok(score)
}

fn two(score: &Score) -> String {
    let f1 = score.of(Scheme::D3).f1();
    format!("{:.2} | {:.2} |", 100.0 * score.accuracy(Scheme::D3), 100.0 * f1)
}

fn print_ablation(root: &Path, trainer: &Trainer, sentences: &[Sentence<'_>]) -> Result<(), Error> {
    println!("\nWithout one part, D3 on the first file:\n");
    println!("| without | D3 | F1 |\n| --- | --: | --: |");
    println!("| nothing | {}", two(&score_news(trainer, sentences, usize::MAX, cut)?));
    let list = score_news(trainer, sentences, usize::MAX, cut_without_list)?;
    println!("| the list of exceptions | {}", two(&list));
    let counts = Trainer::open(root)?.without_counts();
    println!("| the counts of words | {}", two(&score_news(&counts, sentences, usize::MAX, cut)?));
    let rules = trainer.segmenter(&[])?;
    let mut score = Score::default();
    for word in sentences.iter().filter(|s| s.file == 0).flat_map(|s| s.words) {
        score.add(word, &rules.segment(word.surface()));
    }
    println!("| weights (rules alone) | {}", two(&score));
    Ok(())
}

fn list_errors(trainer: &Trainer, sentences: &[Sentence<'_>]) -> Result<(), Error> {
    validate(trainer, sentences, usize::MAX, |sentence, word, model| {
        let found = model.segment(word.surface());
        let mut score = Score::default();
        score.add(word, &found);
        if score.of(Scheme::D3).wrong > 0 || score.misspelled() > 0 {
            let plus = found.plus(Scheme::D3, Form::Restored);
            println!("{}\t{plus}\t{}", sentence.file, word.pieces().join("+"));
        }
    })
}
