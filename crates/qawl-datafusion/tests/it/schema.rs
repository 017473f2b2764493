//! The types that are documented, which those of the command's Parquet are too.

use serde_json::json;

use crate::session::{values, with_functions};

const SPAN: &str = "non-null Struct(\"start\": non-null Int64, \"end\": non-null Int64)";

async fn type_of(call: &str) -> String {
    let found = values(&with_functions(), &format!("SELECT arrow_typeof({call})")).await.unwrap();
    found[0].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn of_every_function() {
    let text = "\"text\": non-null Utf8View";
    let place = "\"start\": non-null Int64, \"end\": non-null Int64";
    let list = |fields: &str| format!("List(non-null Struct({fields}), field: 'element')");
    let spans = format!("List({SPAN}, field: 'element')");
    let sentence = place.to_owned();
    let token = format!("{place}, \"kind\": non-null Utf8View");
    let mention = format!(
        "{place}, \"type\": non-null Utf8View, \"id\": Utf8View, \"name\": non-null Utf8View, \
         \"clitics\": non-null {spans}"
    );
    let maybe_span = "Struct(\"start\": Int64, \"end\": Int64)";
    let quote = format!(
        "\"id\": non-null Int64, \"type\": non-null Utf8View, \"content\": non-null {spans}, \
         \"cue\": {maybe_span}, \"source\": {maybe_span}, \"speaker\": Utf8View, \"in\": Int64, \
         \"rule\": non-null Utf8View, \"confidence\": non-null Float64, \"balance\": non-null Utf8View"
    );
    let piece = format!("{place}, \"form\": non-null Utf8View, \"role\": non-null Utf8View");
    let all = format!(
        "Struct(\"offset_unit\": Utf8View, \"profile\": Utf8View, \"sentences\": {}, \
         \"tokens\": {}, \"mentions\": {}, \"quotes\": {})",
        list(&sentence),
        list(&token),
        list(&mention),
        list(&quote)
    );
    for (call, expected) in [
        ("qawl_normalize('')", "Utf8View".to_owned()),
        ("qawl_sentences('')", list(&format!("{sentence}, {text}"))),
        ("qawl_tokens('')", list(&format!("{token}, {text}"))),
        (
            "qawl_segment('')",
            list(&format!("{place}, {text}, \"pieces\": non-null {}", list(&piece))),
        ),
        ("qawl_mentions('')", list(&format!("{mention}, {text}"))),
        ("qawl_quotes('')", list(&format!("{quote}, {text}"))),
        ("qawl_annotate('')", all),
        ("qawl_lists()", "Utf8View".to_owned()),
    ] {
        assert_eq!(json!(type_of(call).await), json!(expected), "{call}");
    }
}
