//! The facade decides nothing.

use qawl::{Gazetteer, TokenKind, UNREPORTED};
use qawl_quotes::quotes;
use qawl_tokenize::{sentences, tokens};

/// A document of the default pipeline holds what each layer finds, without white space and without
/// the names that are used but not reported.
pub fn document_is_what_layers_find(text: &str) {
    let document = qawl::annotate(text);
    let mentions = Gazetteer::embedded().mentions(text);
    assert_eq!(document.text(), text);
    assert_eq!(document.quotes(), quotes(text, &mentions));
    let reported = mentions.iter().filter(|mention| !UNREPORTED.contains(&&*mention.kind));
    assert!(document.mentions().iter().eq(reported));
    let visible = tokens(text).filter(|token| token.kind != TokenKind::Space);
    assert!(document.tokens().iter().copied().eq(visible));
    let full = sentences(text).map(|sentence| sentence.span).filter(|span| !span.is_empty());
    assert!(document.sentences().iter().copied().eq(full));
}
