use std::collections::BTreeSet;

use crate::entry::{Entry, Flags};
use crate::variants::{MOST, VariantRule, Variants};

/// The other spellings of a name under one rule.
fn by(rule: VariantRule, kind: &str, name: &str) -> Vec<String> {
    others(&Variants::of([rule]), Entry::new(name, kind))
}

fn others(variants: &Variants, entry: Entry) -> Vec<String> {
    variants.expand(entry).into_iter().skip(1).map(|entry| entry.name).collect()
}

fn none() -> [&'static str; 0] {
    []
}

#[test]
fn compounds_are_split_and_joined() {
    let by = |name| by(VariantRule::Compound, "person", name);
    assert_eq!(by("عبد الله صالح"), ["عبدالله صالح"]); // Abdullah Saleh
    assert_eq!(by("عبدالله صالح"), ["عبد الله صالح"]);
    assert_eq!(by("عبد ربه منصور هادي"), ["عبدربه منصور هادي"]); // Abdrabbuh Mansur Hadi
    assert_eq!(by("حسين أمير عبداللهيان"), ["حسين أمير عبد اللهيان"]); // Amir-Abdollahian
    assert_eq!(by("حسن نصر الله"), ["حسن نصرالله"]); // Hassan Nasrallah
    assert_eq!(by("نورالدين"), ["نور الدين"]);
    // Mixed in the list, all of one kind in a text.
    let mixed = by("عبدالله بن عبد العزيز"); // Abdullah bin Abdulaziz
    assert_eq!(mixed, ["عبد الله بن عبد العزيز", "عبدالله بن عبدالعزيز"]);
    for other in ["عبدالي", "العابدين", "المجاهدين", "عبد", "خالدين"]
    {
        assert_eq!(by(other), none(), "{other}");
    }
}

#[test]
fn a_kunya_is_split_and_joined() {
    let by = |name| by(VariantRule::Kunya, "city", name);
    assert_eq!(by("أبو ظبي"), ["أبوظبي"]); // Abu Dhabi
    assert_eq!(by("ابوظبي"), ["ابو ظبي"]);
    assert_eq!(by("أحمد أبو الغيط"), ["أحمد أبوالغيط"]); // Ahmed Aboul Gheit
    for other in ["أبوجا", "أبو عبد الله", "أبو عبدالله", "أبو"] {
        assert_eq!(by(other), none(), "{other}");
    }
}

#[test]
fn ibn_varies_between_names() {
    let by = |name| by(VariantRule::Ibn, "person", name);
    assert_eq!(by("محمد بن سلمان"), ["محمد ابن سلمان"]); // Mohammed bin Salman
    assert_eq!(by("خالد ابن الوليد"), ["خالد بن الوليد"]); // Khalid ibn al-Walid
    let body =
        others(&Variants::of([VariantRule::Ibn]), Entry::new("جامعة ابن سينا", "organization"));
    assert_eq!((body, by("ابن سينا")), (Vec::new(), Vec::new())); // Avicenna, alone and of a university
    assert_eq!(by("محمد بن"), none());
}

#[test]
fn the_five_nouns_have_cases() {
    let by = |name| by(VariantRule::FiveNouns, "person", name);
    assert_eq!(by("أبو مازن"), ["أبا مازن", "أبي مازن"]); // Abu Mazen
    assert_eq!(by("مصطفى ابو اليزيد"), ["مصطفى ابا اليزيد", "مصطفى ابي اليزيد"]);
    assert_eq!(by("بنو هلال"), ["بني هلال"]); // the Banu Hilal
    assert_eq!(by("ذو الفقار علي بوتو"), ["ذا الفقار علي بوتو", "ذي الفقار علي بوتو"]); // Bhutto
    for other in ["أبي أحمد", "أبا إيبان", "أبو"] {
        assert_eq!(by(other), none(), "{other}"); // Abiy Ahmed, Abba Eban
    }
}

#[test]
fn sound_plurals_have_cases() {
    let by = |name| by(VariantRule::SoundPlural, "organization", name);
    assert_eq!(by("الإخوان المسلمون"), ["الإخوان المسلمين"]); // the Muslim Brothers
    assert_eq!(by("الحوثيين"), ["الحوثيون"]); // the Houthis
    assert_eq!(by("مراسلون بلا حدود"), ["مراسلين بلا حدود"]); // Reporters Without Borders
    for other in [
        "دولة القانون",
        "التلفزيون",
        "الميادين",
        "المأمون",
        "ليون",
        "بون",
        "التليفزيون المصري",
        "جماعة الحوثيين",
        "رجال الأعمال المصريين",
        "جزر المالوين",
        "ماراثون أويل",
        "ماكلارين مرسيدس",
        "الملايين العربية",
        "البحرين",
        "فلسطين",
    ] {
        assert_eq!(by(other), none(), "{other}"); // law, television, squares, and names
    }
    let person =
        others(&Variants::of([VariantRule::SoundPlural]), Entry::new("المسلمون", "person"));
    assert_eq!(person, none());
}

#[test]
fn a_hamza_has_several_seats() {
    let by = |name| by(VariantRule::Hamza, "organization", name);
    assert_eq!(by("وزارة الشؤون"), ["وزارة الشئون"]); // ministry of affairs
    assert_eq!(by("وزارة الشئون"), ["وزارة الشؤون"]);
    assert_eq!(by("رؤوف"), ["رءوف"]); // Raouf
    for other in ["هيئة", "الذكرى المئوية"] {
        assert_eq!(by(other), none(), "{other}"); // body, centenary
    }
}

#[test]
fn single_words_have_two_spellings() {
    let by = |name| by(VariantRule::Spelling, "person", name);
    assert_eq!(by("احمد داود اوغلو"), ["احمد داوود اوغلو"]); // Ahmet Davutoğlu
    assert_eq!(by("اسحق رابين"), ["إسحاق رابين", "إسحق رابين"]); // Yitzhak Rabin
    assert_eq!(by("معهد الموسيقى"), ["معهد الموسيقا"]); // institute of music
    assert_eq!(by("المعهد الموسيقي"), none()); // musical institute
}

#[test]
fn a_hyphen_may_join() {
    let by = |name| by(VariantRule::Hyphen, "city", name);
    assert_eq!(by("هونغ-كونغ"), ["هونغكونغ"]); // Hong Kong
    assert_eq!(by("سان جيرمان"), none());
    assert_eq!(by("-"), none());
    assert_eq!(by("إف-16"), none());
}

#[test]
fn titles_are_left_out_of_names_of_two_words() {
    let by = |name| by(VariantRule::Title, "person", name);
    assert_eq!(by("الرئيس محمد مرسي"), ["محمد مرسي"]); // President Mohamed Morsi
    assert_eq!(by("رئيس الوزراء نوري المالكي"), ["نوري المالكي"]); // Prime Minister Nouri al-Maliki
    assert_eq!(by("د. محمد البرادعي"), ["محمد البرادعي"]); // Dr. Mohamed ElBaradei
    assert_eq!(by("الأمير الوليد بن طلال"), ["الوليد بن طلال"]); // Prince Alwaleed bin Talal
    // King Salman, King Abdulaziz, Sheikh Nour al-Din: one given name is left.
    for other in [
        "الملك سلمان",
        "الملك عبد العزيز",
        "الشيخ نور الدين",
        "الرئيس المصري محمد مرسي",
        "محمد مرسي",
        "الرئيس",
    ] {
        assert_eq!(by(other), none(), "{other}");
    }
    let bodies = others(&Variants::default(), Entry::new("الرئيس محمد مرسي", "organization"));
    assert_eq!(bodies, none());
}

#[test]
fn the_article_is_free_on_last_names() {
    let by = |name| by(VariantRule::Article, "person", name);
    assert_eq!(by("بشار الأسد"), ["بشار أسد"]); // Bashar al-Assad
    assert_eq!(by("علي خامنئي"), ["علي الخامنئي"]); // Ali Khamenei
    for other in
        ["عبد الله", "حسن نصر الله", "محمد صلاح الدين", "خالد بن الوليد", "الأسد", "محمد عبدالله"]
    {
        assert_eq!(by(other), none(), "{other}");
    }
    assert_eq!(others(&Variants::default(), Entry::new("بشار الأسد", "person")), none());
}

#[test]
fn a_variant_keeps_what_the_entry_says() {
    let flags = Flags::default().no_clitic();
    let entry = Entry::new("عبدالله", "person").id("1").flags(flags);
    let variants = Variants::default();
    let [own, other] = <[Entry; 2]>::try_from(variants.expand(entry.clone())).unwrap();
    assert_eq!(own, entry);
    assert_eq!(other, Entry { name: "عبد الله".into(), ..entry.clone().canonical("عبدالله") });
    // The canonical name does not repeat the name.
    let known = variants.expand(entry.canonical("عبد الله"));
    assert_eq!(known[1].canonical, None);
    assert_eq!(variants.expand(Entry::new("", "person")), [Entry::new("", "person")]);
}

/// On names of three words of those that rules look at, every fifth: the original first, no name twice, none
/// empty, and the variants of variants are those that are there already.
#[test]
fn expanding_twice_adds_nothing() {
    let words = [
        "الرئيس",
        "الله",
        "عبد",
        "عبدالله",
        "أبو",
        "أبوظبي",
        "بن",
        "ابن",
        "المسلمون",
        "الشؤون",
        "الأسد",
        "هانئ",
        "سان-جيرمان",
        "",
    ];
    let variants = VariantRule::ALL.iter().copied().fold(Variants::of([]), Variants::with);
    let count = words.len();
    for i in (0..count.pow(3)).step_by(5) {
        let (a, b, c) = (words[i % count], words[i / count % count], words[i / count / count]);
        for kind in ["person", "organization"] {
            let name = format!("{a} {b}  {c}");
            let all = variants.expand(Entry::new(name.trim(), kind));
            assert_eq!(all[0].name, name.trim());
            let names: BTreeSet<String> = all.iter().map(|entry| words_of(&entry.name)).collect();
            assert_eq!(names.len(), all.len(), "{name}");
            assert!(all.len() < MOST && !names.contains("") || name.trim().is_empty(), "{name}");
            let again = all.iter().flat_map(|entry| variants.expand(entry.clone()));
            assert!(again.map(|entry| words_of(&entry.name)).all(|n| names.contains(&n)), "{name}");
        }
    }
}

fn words_of(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
