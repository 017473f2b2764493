//! Sentences as they are read, and as they come out of a PDF.

use std::borrow::Cow;
use std::string::String;
use std::vec::Vec;

use super::tables::{JOIN_LAST, JOIN_NEXT};
use super::*;
use crate::Profile;
use crate::tables::PRESENTATION_FORMS;

const SENTENCES: [&str; 20] = [
    "أعلنت وزارة الصحة اليوم عن افتتاح ثلاثة مستشفيات جديدة في المناطق الريفية.",
    "قال المتحدث باسم الحكومة إن الميزانية سترتفع بنسبة 3.5% في العام المقبل.",
    "بلغ عدد الزوار في ٢٠٢٤ نحو ١٬٢٥٠٬٠٠٠ زائر، أي بزيادة قدرها ١٢٫٥ في المئة.",
    "وقعت منظمة UNESCO اتفاقا مع الجامعة لترميم المخطوطات القديمة.",
    "«لن نتراجع عن هذا القرار»، أكد رئيس اللجنة في مؤتمر صحفي مساء أمس.",
    "وصل الوفد (المكون من ستة أعضاء) إلى العاصمة عند الساعة 10:30 صباحا.",
    "هل تنجح الشركة في خفض أسعار الطاقة قبل نهاية السنة؟",
    "اشترت المدرسة أجهزة من شركة Blue River Systems بقيمة مليوني دينار.",
    "هطلت أمطار غزيرة على المدن الساحلية، مما أدى إلى إغلاق الطريق السريع.",
    "فاز الفريق الأخضر على ضيفه بهدفين في مباراة أقيمت أمس.",
    "كتبت الصحيفة: «العلم نور»؛ ثم أضافت أن القراءة عادة يومية.",
    "تقع القرية على بعد 42 كيلومترا من مدينة الإسكندرية.",
    "شارك في الندوة [عبر الإنترنت] أكثر من 300 باحثة بتاريخ 27/5/2023.",
    "أوصت اللجنة الاستشارية بتأجيل الانتخابات إلى شهر أيلول.",
    "ارتفعت درجة الحرارة إلى ٤٥ درجة مئوية في جنوب البلاد!",
    "زارت الوزيرة مصنعا للنسيج في ضاحية العاصمة واطلعت على سير العمل.",
    "نشرت مجلة Nature دراسة عن هجرة الطيور بين القارات.",
    "سيبدأ العمل بالقانون الجديد في 1/1/2026 وفق ما ذكرته الجريدة الرسمية.",
    "وصف المدرب أداء اللاعبين بأنه \"ممتاز\" رغم الخسارة.",
    "تعمل النسخة الجديدة على Windows 11 (بالعربية) منذ الشهر الماضي.",
];

/// A line as it is painted, brackets as given: turned over, with runs of digits and Latin letters
/// (and single characters between those, spaces only between letters) left as they are.
fn painted(line: &str, bracket: fn(char) -> char) -> String {
    let is_kept = |c: char| c.is_ascii_alphanumeric() || ('\u{660}'..='\u{669}').contains(&c);
    let chars: Vec<char> = line.chars().collect();
    let mut units: Vec<String> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let start = at;
        at += 1;
        while is_kept(chars[start]) && at < chars.len() {
            let is_inside = is_kept(chars[at]) || chars.get(at + 1).is_some_and(|c| is_kept(*c));
            if !is_inside && chars[at] != '%' {
                break;
            }
            at += 1;
        }
        let unit = &chars[start..at];
        units.push(match unit {
            [c] => bracket(*c).into(),
            _ => unit.iter().collect(),
        });
    }
    units.into_iter().rev().collect()
}

const fn other(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '«' => '»',
        '»' => '«',
        _ => c,
    }
}

const fn same(c: char) -> char {
    c
}

/// A text in presentation forms, with the ligatures of lam and alef.
fn shaped(text: &str) -> String {
    let mut letters: Vec<String> = Vec::new();
    for c in text.chars() {
        match letters.last_mut() {
            Some(last) if last == "ل" && "اأإآ".contains(c) => last.push(c),
            _ => letters.push(c.into()),
        }
    }
    let joins = |at: usize| {
        let pair = letters.get(at).zip(letters.get(at + 1));
        pair.is_some_and(|(a, b)| {
            form(a, None, Some(true)).is_some() && form(b, Some(true), None).is_some()
        })
    };
    let shape = |(at, letter): (usize, &String)| {
        let from_last = at > 0 && joins(at - 1);
        let shape = form(letter, Some(from_last), Some(joins(at)));
        shape.map_or_else(|| letter.clone(), String::from)
    };
    letters.iter().enumerate().map(shape).collect()
}

/// The form of a letter that joins so.
fn form(letter: &str, last: Option<bool>, next: Option<bool>) -> Option<char> {
    let joins = |forms: &[char], c: char, wanted: Option<bool>| {
        wanted.is_none_or(|wanted| forms.contains(&c) == wanted)
    };
    let of_letter = |(c, letters): &&(char, &str)| *c >= '\u{FE80}' && *letters == letter;
    let mut forms = PRESENTATION_FORMS.iter().filter(of_letter).map(|(c, _)| *c);
    forms.find(|c| joins(JOIN_LAST, *c, last) && joins(JOIN_NEXT, *c, next))
}

#[test]
fn sentences_are_logical() {
    for logical in SENTENCES {
        let detection = detect(logical);
        assert!(!detection.is_visual() && detection.confidence() > 0.5, "{logical} {detection:?}");
        assert!(matches!(repair(logical), Cow::Borrowed(_)), "{logical}");
    }
    let text = SENTENCES.join("\n");
    assert!(detect(&text).confidence() > 0.9);
    assert_eq!(repair(&text), text);
}

#[test]
fn painted_sentences_are_visual_and_turn_into_the_sentences() {
    for logical in SENTENCES {
        let visual = painted(logical, other);
        let detection = detect(&visual);
        assert!(detection.is_visual() && detection.confidence() > 0.5, "{visual} {detection:?}");
        assert_eq!(reorder(&visual), logical);
        assert_eq!(repair(&visual), logical);
    }
    let visual = SENTENCES.map(|line| painted(line, other)).join("\r\n");
    assert!(detect(&visual).confidence() > 0.9);
    assert_eq!(reorder(&visual), SENTENCES.join("\r\n"));
}

#[test]
fn brackets_as_typed_are_found_out() {
    for logical in SENTENCES {
        assert_eq!(reorder(&painted(logical, same)), logical);
    }
}

#[test]
fn the_painting_of_these_tests_agrees_with_a_line_written_by_hand() {
    let visual = "ةديدجلا ةعماجلا تحتتفا";
    assert_eq!(reorder(visual), "افتتحت الجامعة الجديدة");
    assert_eq!(painted("افتتحت الجامعة الجديدة", other), visual);
}

#[test]
fn sentences_in_presentation_forms_turn_before_they_are_folded() {
    let display = Profile::DISPLAY.normalizer();
    for logical in SENTENCES {
        let forms = shaped(logical);
        assert_eq!(display.normalize(&forms), logical);
        let detection = detect(&forms);
        assert_eq!(
            (detection.is_visual(), detection.evidence().forms.visual),
            (false, 0),
            "{forms}"
        );
        let visual = painted(&forms, other);
        let detection = detect(&visual);
        assert_eq!((detection.is_visual(), detection.evidence().forms.logical), (true, 0));
        assert!(detection.confidence() > 0.7, "{detection:?}");
        assert_eq!(display.normalize(&reorder(&visual)), logical);
    }
}

#[test]
fn marks_stand_behind_their_letter_wherever_they_stood() {
    // "The student wrote a new lesson", with all vowels
    let logical = "ك\u{64E}ت\u{64E}ب\u{64E} الط\u{64E}\u{651}ال\u{650}ب\u{64F} \
                   د\u{64E}ر\u{652}س\u{64B}ا ج\u{64E}د\u{650}يد\u{64B}ا";
    let before: String = logical.chars().rev().collect();
    let after = letters_reversed(logical);
    for visual in [&before, &after] {
        assert!(detect(visual).is_visual(), "{visual} {:?}", detect(visual));
        assert_eq!(reorder(visual), logical);
    }
    assert!(!detect(logical).is_visual());
    // A line without a mark at the edge of a word goes with the others.
    let short = "در\u{652}س";
    let both = [after.as_str(), "\n", &letters_reversed(short)].concat();
    assert_eq!(reorder(&both), [logical, "\n", short].concat());
}

fn letters_reversed(text: &str) -> String {
    let mut letters: Vec<String> = Vec::new();
    for c in text.chars() {
        match letters.last_mut() {
            Some(last) if ('\u{64B}'..='\u{652}').contains(&c) => last.push(c),
            _ => letters.push(c.into()),
        }
    }
    letters.into_iter().rev().collect()
}

#[test]
fn numbers_stay_and_change_places() {
    for (visual, logical) in [
        ("٢٠٢٤ يف", "في ٢٠٢٤"),
        ("3.5% ةبسن", "نسبة 3.5%"), // behind, as most tools paint it
        ("%3.5 ةبسن", "نسبة 3.5%"), // before, as UAX #9 paints it behind an Arabic letter
        ("٪٣٫٥ ةبسن", "نسبة ٣٫٥٪"), // an Arabic number is always painted so
        ("2021-2020 ماع", "عام 2020-2021"),
        ("12 34 نيمقرلا", "الرقمين 34 12"),
        ("100$ رعس", "سعر $100"),
        ("10:30 ةعاسلا", "الساعة 10:30"),
        ("1.2.3 مقر", "رقم 1.2.3"),
        (".2024 ماع يف", "في عام 2024."),
        ("20م", "م20"),
        ("²م 20", "20 م²"),
        ("1\u{A0}000 ةئم", "مئة 1\u{A0}000"),
    ] {
        assert_eq!(reorder(visual), logical);
    }
}

#[test]
fn latin_runs_stay() {
    for (visual, logical) in [
        ("تلاق UNESCO نإ", "إن UNESCO قالت"),
        ("Blue River (Paris) ةكرش", "شركة Blue River (Paris)"),
        ("(Blue River) Paris ةكرش", "شركة (Blue River) Paris"),
        ("(UNESCO) ةمظنم", "منظمة (UNESCO)"),
        ("(لين) Nile رهن", "نهر Nile (نيل)"),
        ("WHO و UNESCO", "UNESCO و WHO"),
        ("Windows 11 ماظن", "نظام Windows 11"),
        ("١١ Windows ماظن", "نظام Windows ١١"), // an Arabic number joins no run
        ("www.example.org/a?b=1 عقوم", "موقع www.example.org/a?b=1"),
        ("cafe\u{301} ىهقم", "مقهى cafe\u{301}"), // COMBINING ACUTE ACCENT
        ("b\ta ب", "ب a\tb"),                     // columns change places
    ] {
        assert_eq!(reorder(visual), logical);
    }
}

#[test]
fn a_latin_line_with_arabic_in_it_runs_from_the_left() {
    assert_eq!(
        reorder("The word «(ةديدج) ةسردم» means a school."),
        "The word «مدرسة (جديدة)» means a school."
    );
    assert_eq!(reorder("ةملكلا school means"), "school means الكلمة");
}

#[test]
fn quotation_marks_that_are_not_mirrored_stay() {
    let visual = "”معن“ لاق"; // right and left quotation mark, as painted
    assert_eq!(reorder(visual), "قال “نعم”");
    assert_eq!(reorder("3 ≥ س"), "س ≤ 3");
}

#[test]
fn lines_without_right_to_left_letters_stay() {
    for text in ["", " ", "\n", "2024", "٢٠٢٤", "12 34", "Hello, world.", "(1) a\r\n(2) b", "— 7 —"]
    {
        assert_eq!(reorder(text), text);
        let detection = detect(text);
        assert_eq!((detection.order(), detection.confidence()), (Order::Logical, 0.0), "{text:?}");
    }
}

#[test]
fn one_word_turns() {
    assert_eq!(reorder("ةسردم"), "مدرسة");
    assert_eq!(reorder("\u{FEFB}"), "\u{FEFB}"); // LAM WITH ALEF ISOLATED FORM, one glyph
    assert_eq!(reorder("ب"), "ب");
    assert!(detect("ةسردم").is_visual());
    assert!(!detect("سلام").is_visual() && detect("سلام").confidence() < 0.1);
}

#[test]
fn mixed_lines_are_told_apart() {
    let text = "أعلنت الوزارة عن خطة جديدة\n\
                7\n\
                ةديدج ةطخ نع ةرازولا تنلعأ\r\n\
                رمع يلع\n\
                ةيبرعلا ةغللا ىلإ باتكلا مجرت\u{C}\
                علي عمر\n\
                وصل الوزير إلى المدينة";
    let verdicts: Vec<bool> = lines(text).map(|line| line.detection.is_visual()).collect();
    assert_eq!(verdicts, [false, false, true, false, true, false, false]);
    // The name between two visual lines is turned with them; the one that borders on a logical line
    // is not.
    let want = "أعلنت الوزارة عن خطة جديدة\n\
                7\n\
                أعلنت الوزارة عن خطة جديدة\r\n\
                علي عمر\n\
                ترجم الكتاب إلى اللغة العربية\u{C}\
                علي عمر\n\
                وصل الوزير إلى المدينة";
    assert_eq!(repair(text), want);
}

#[test]
fn one_sign_among_logical_lines_turns_nothing() {
    // «الذي» ("which") from behind, in a line that may as well be a code
    let line = "يذلا 7";
    assert!(detect(line).is_visual());
    let text = ["وصل الوزير إلى المدينة", line, "قالت الوزيرة"].join("\n");
    assert_eq!(repair(&text), text);
}

/// «من», «قال», «تلك» and «قبل» from behind are words too.
#[test]
fn words_that_are_others_from_behind_say_nothing() {
    // "sleep, my son"; "his hands grew tired"; "it befitted him"; "a tactful man"
    for text in ["نم يا بني", "كلت يداه", "لاق به", "رجل لبق"] {
        assert_eq!(detect(text).order(), Order::Logical, "{text}");
        assert_eq!(repair(text), text);
    }
}

#[test]
fn logical_text_that_looks_odd_is_not_visual() {
    for text in [
        "قليلا وطويلا",                                  // accusatives that end like an article
        "مثلا، فضلا، أصلا، كلا",                           // and shorter ones
        "بدأ الخطأ من المبدأ",                         // hamza at the end
        "ءامنوا بالله",                                // hamza at the start, as the Quran writes it
        "من نام لم ينم",                               // "sleep" is «من» from behind, but not here
        "یک کتاب بالای میز است و حالا طلا می\u{200C}خرد", // Persian
        "یہ کتاب بہت اچھی ہے اور وہ گھر گیا",          // Urdu
        "ئێمە لە ماڵین",                               // Kurdish, a hamza seat at the start
        "... ، قال",                                   // stops that stand alone
        "محمد ،علي ،عمر",                              // commas on the wrong side only
    ] {
        assert_eq!(detect(text).order(), Order::Logical, "{text} {:?}", detect(text));
    }
}
