//! Which spellings are added to those of a list.

use qawl::gazetteer::{VariantRule, Variants};

/// The variants that `names` asks for: `none`, `safe`, `all`, or rules with commas between.
pub(super) fn parse(names: &str) -> Result<Variants, String> {
    match names {
        "none" => Ok(Variants::of([])),
        "safe" => Ok(Variants::default()),
        "all" => Ok(Variants::of(VariantRule::ALL.iter().copied())),
        _ => names.split(',').map(rule).collect::<Result<Vec<_>, _>>().map(Variants::of),
    }
}

fn rule(name: &str) -> Result<VariantRule, String> {
    VariantRule::by_name(name.trim()).ok_or_else(|| {
        let rules: Vec<_> = VariantRule::ALL.iter().map(|rule| rule.name()).collect();
        format!("expected none, safe, all, or some of {}", rules.join(", "))
    })
}
