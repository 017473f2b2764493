use qawl_normalize::Profile;

use crate::{Entry, Flags, Gazetteer, GazetteerBuilder, Layers, Part, Rule, When};

/// Parts of names, a listed person, a city, and words around names.
fn list() -> GazetteerBuilder {
    let common = Flags::default().context();
    let given = ["محمد", "خالد", "سعاد", "جواد"].map(|word| Entry::new(word, "given"));
    let family = ["الحربي", "كيري", "عون"].map(|word| Entry::new(word, "family"));
    let particles = ["بن", "أبو", "آل", "عبد"].map(|word| Entry::new(word, "particle"));
    let titles = ["الدكتور", "الرئيس", "وزير الخارجية", "د"].map(|word| Entry::new(word, "title"));
    GazetteerBuilder::new(Profile::SEARCH)
        .entries(given.into_iter().chain(family).chain(particles).chain(titles))
        .add(Entry::new("صالح", "given").flags(common)) // Salih, valid
        .add(Entry::new("أمين", "given").flags(common)) // Amin, secretary
        .add(Entry::new("أمين", "title").flags(common))
        .add(Entry::new("الله", "closing")) // God
        .add(Entry::new("السابق", "attribute")) // former
        .add(Entry::new("جون كيري", "person").id("Q22316")) // John Kerry
        .add(Entry::new("بيروت", "city")) // Beirut
        .add(Entry::new("أميركي", "demonym")) // American
        .add(Entry::new("الأميركي", "demonym"))
        .rule(Rule::new("given", When::Part(Part::Given)))
        .rule(Rule::new("family", When::Part(Part::Family)))
        .rule(Rule::new("particle", When::Part(Part::Particle)))
        .rule(Rule::new("title", When::Part(Part::Title)))
        .rule(Rule::new("closing", When::Part(Part::Closing)))
        .rule(Rule::new("attribute", When::Part(Part::Attribute)))
        .rule(Rule::new("person", When::NotBefore("شارع".into()))) // street
        .rule(Rule::new("person", When::NotWithin("أمس".into()))) // yesterday
}

/// What is found in `text`; composed people with a star.
fn found(text: &str) -> Vec<String> {
    let gazetteer = Gazetteer::open(list().build().unwrap()).unwrap();
    let names = gazetteer.find_iter(text).map(|found| {
        let star = if found.entries().len() == 0 { "*" } else { "" };
        format!("{}{star}", found.as_str())
    });
    names.collect()
}

const NOTHING: [&str; 0] = [];

#[test]
fn chains_of_parts_name_a_person() {
    assert_eq!(found("قالت سعاد الحربي إن"), ["سعاد الحربي*"]);
    assert_eq!(found("محمد بن سلمان"), ["محمد بن سلمان*"]);
    assert_eq!(found("خالد عبد الرحمن آل سعود"), ["خالد عبد الرحمن آل سعود*"]);
    assert_eq!(found("أبو مازن"), NOTHING); // no list knows «مازن»
    assert_eq!(found("أبو خالد"), ["أبو خالد*"]);
    assert_eq!(found("عطا الله بن محمد"), ["عطا الله بن محمد*"]);
}

#[test]
fn parts_alone_name_no_one() {
    assert_eq!(found("محمد"), NOTHING);
    assert_eq!(found("بن"), NOTHING);
    assert_eq!(found("الدكتور السابق"), NOTHING);
    assert_eq!(found("صالح أمين"), NOTHING); // a valid secretary
}

#[test]
fn a_title_proves_a_name() {
    assert_eq!(found("الرئيس عون"), ["عون*"]);
    assert_eq!(found("وللدكتور صالح"), ["صالح*"]);
    assert_eq!(found("د. محمد"), ["محمد*"]);
    assert_eq!(found("وزير الخارجية الأميركي السابق محمد"), ["الأميركي", "محمد*"]);
    assert_eq!(found("الرئيس، عون"), NOTHING);
    assert_eq!(found("الرئيس وعون"), NOTHING);
}

#[test]
fn an_unknown_word_closes_a_name() {
    assert_eq!(found("أوضح محمد الطويلعي أن"), ["محمد الطويلعي*"]);
    assert_eq!(found("محمد فروخ"), ["محمد فروخ*"]);
    assert_eq!(found("محمد أمس"), NOTHING); // yesterday
    assert_eq!(found("محمد يصل"), NOTHING); // arrives
    assert_eq!(found("محمد أمين عام الحزب"), NOTHING); // secretary general of the party
    assert_eq!(found("صالح فروخ"), NOTHING);
}

#[test]
fn a_list_goes_first() {
    assert_eq!(found("جون كيري محمد جواد"), ["جون كيري", "محمد جواد*"]);
    assert_eq!(found("جون كيري أبو خالد"), ["جون كيري", "أبو خالد*"]);
    assert_eq!(found("جون كيري بن محمد"), ["جون كيري بن محمد*"]);
    assert_eq!(found("محمد بيروت"), ["بيروت"]);
    assert_eq!(found("محمد، الحربي"), NOTHING);
    assert_eq!(found("محمد\nالحربي"), NOTHING);
}

#[test]
fn a_street_is_no_person() {
    assert_eq!(found("شارع محمد الحربي"), NOTHING);
    assert_eq!(found("بشارع الدكتور محمد"), NOTHING);
}

#[test]
fn a_family_name_comes_back() {
    assert_eq!(found("محمد الحربي. وقال الحربي"), ["محمد الحربي*", "الحربي*"]);
    assert_eq!(found("وقال الحربي. محمد الحربي"), ["محمد الحربي*"]);
    let gazetteer = Gazetteer::open(list().build().unwrap()).unwrap();
    let names = |text| gazetteer.mentions(text).into_iter().map(|m| (m.name, m.id)).next_back();
    assert_eq!(names("محمد الحربي والحربي"), Some(("محمد الحربي".into(), None)));
    assert_eq!(names("جون كيري ثم كيري"), Some(("جون كيري".into(), Some("Q22316".into()))));
}

/// As deep as the longest name, not as the text is long: neither the stack nor the time grows with it.
#[test]
fn particles_in_a_row_end() {
    let row = "بن ".repeat(100_000);
    assert_eq!(found(&["محمد ", &row, "\nمحمد الحربي"].concat()), ["محمد الحربي*"]);
}

/// The base composes, whatever a delta finds in between; a delta composes none.
#[test]
fn layers_compose_as_one_list() {
    let base = Gazetteer::open(list().build().unwrap()).unwrap();
    // Sidon, Hail
    let cities = ["صيدا", "حائل"].map(|name| Entry::new(name, "city"));
    let delta = GazetteerBuilder::new(Profile::SEARCH).entries(cities);
    let delta = Gazetteer::open(delta.build().unwrap()).unwrap();
    let layers = Layers::new(base, [delta]).unwrap();
    let compact = Gazetteer::open(layers.compact().unwrap()).unwrap();
    for text in [
        "محمد الحربي. وقال الحربي",
        "محمد الحربي في صيدا. وقال الحربي في صيدا",
        "صيدا بن سلمان",
        "شارع محمد الحربي صيدا محمد الحربي",
        "هذلول بن محمد، ثم حائل بن محمد",
    ] {
        assert_eq!(layers.mentions(text), compact.mentions(text), "{text}");
    }
    assert_eq!(layers.mentions("محمد الحربي. وقال الحربي").len(), 2);
}

#[test]
fn proclitics_stand_outside() {
    let gazetteer = Gazetteer::open(list().build().unwrap()).unwrap();
    let text = "ولمُحـمّدٍ  الحربي";
    let mention = &gazetteer.mentions(text)[0];
    assert_eq!((&*mention.name, &*mention.kind), ("محمد الحربي", "person"));
    assert_eq!(mention.id, None);
    let clitics: Vec<_> = mention.clitics.iter().filter_map(|span| span.get(text)).collect();
    assert_eq!(clitics, ["و", "ل"]);
}

#[test]
fn without_rules_nothing_is_composed() {
    let bytes = GazetteerBuilder::new(Profile::SEARCH)
        .add(Entry::new("محمد", "given"))
        .add(Entry::new("الحربي", "family"))
        .build()
        .unwrap();
    let gazetteer = Gazetteer::open(bytes).unwrap();
    assert!(gazetteer.find_iter("محمد الحربي").all(|found| found.entries().len() == 1));
}

#[test]
fn rules_are_read_back() {
    let rules: Vec<Rule> = Gazetteer::open(list().build().unwrap()).unwrap().rules().collect();
    assert!(rules.contains(&Rule::new("given", When::Part(Part::Given))));
    assert!(rules.contains(&Rule::new("person", When::NotWithin("امس".into()))));
}
