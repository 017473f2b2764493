//! Which crate may know which. A new edge is a design decision: it changes this table and
//! ARCHITECTURE.md in the same commit.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use qawl_tests::workspace;
use serde_json::Value;

/// The published crates, each with what it may depend on. `serde` is a feature everywhere but in
/// the command.
const ALLOWED: [(&str, &[&str]); 8] = [
    ("qawl-core", &[]),
    (
        "qawl-normalize",
        &["fearless_simd", "proptest", "qawl-core", "simdutf8", "tinyvec", "unicode-normalization"],
    ),
    ("qawl-tokenize", &["fearless_simd", "qawl-core"]),
    ("qawl-segment", &["fst", "qawl-core", "qawl-normalize"]),
    (
        "qawl-gazetteer",
        &[
            "fearless_simd",
            "fst",
            "qawl-core",
            "qawl-normalize",
            "qawl-tokenize",
            "serde_json",
            "tempfile",
        ],
    ),
    ("qawl-quotes", &["qawl-core", "qawl-normalize", "qawl-tokenize"]),
    (
        "qawl",
        &[
            "qawl-core",
            "qawl-gazetteer",
            "qawl-normalize",
            "qawl-quotes",
            "qawl-segment",
            "qawl-tokenize",
        ],
    ),
    (
        "qawl-cli",
        &[
            "anstream",
            "anstyle",
            "arrow-array",
            "arrow-buffer",
            "arrow-schema",
            "clap",
            "clap_complete",
            "clap_mangen",
            "colorchoice-clap",
            "crc32fast",
            "flate2",
            "glob",
            "indicatif",
            "itoa",
            "maud",
            "memchr",
            "memmap2",
            "parquet",
            "qawl",
            "serde",
            "serde_json",
            "signal-hook",
            "simdutf8",
            "tempfile",
            "unicode-normalization",
            "walkdir",
            "zstd",
        ],
    ),
];

/// Which crates are never published, and may depend on anything.
const UNPUBLISHED: [&str; 3] = ["qawl-benches", "qawl-datagen", "qawl-tests"];

struct Dependency {
    name: String,
    optional: bool,
}

/// The normal dependencies of every crate of the workspace.
fn graph() -> BTreeMap<String, Vec<Dependency>> {
    let packages = metadata()["packages"].as_array().unwrap().clone();
    packages.iter().map(|package| (name(package), normal_dependencies(package))).collect()
}

fn metadata() -> Value {
    let output = Command::new(std::env::var("CARGO").unwrap())
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(workspace::root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn name(value: &Value) -> String {
    value["name"].as_str().unwrap().to_owned()
}

fn normal_dependencies(package: &Value) -> Vec<Dependency> {
    let all = package["dependencies"].as_array().unwrap().iter();
    let normal = all.filter(|dependency| dependency["kind"].is_null());
    normal
        .map(|d| Dependency { name: name(d), optional: d["optional"].as_bool().unwrap() })
        .collect()
}

#[test]
fn the_crates_know_only_what_they_may() {
    let graph = graph();
    for (name, allowed) in ALLOWED {
        let known = graph[name].iter().map(|dependency| dependency.name.as_str());
        let known: BTreeSet<&str> =
            known.filter(|known| *known != "serde" || allowed.contains(known)).collect();
        let unknown: Vec<_> = known.iter().filter(|known| !allowed.contains(known)).collect();
        assert!(unknown.is_empty(), "{name} depends on {unknown:?}");
        // The other way round for our own layers, so that the table does not outlive the graph.
        let ours = allowed.iter().filter(|allowed| allowed.starts_with("qawl"));
        let gone: Vec<_> = ours.filter(|allowed| !known.contains(*allowed)).collect();
        assert!(gone.is_empty(), "{name} does not depend on {gone:?} any more");
    }
}

#[test]
fn every_crate_is_in_the_table() {
    let known = ALLOWED.iter().map(|(name, _)| *name).chain(UNPUBLISHED);
    assert_eq!(graph().into_keys().collect::<BTreeSet<_>>(), known.map(str::to_owned).collect());
}

#[test]
fn serde_is_a_feature_of_every_library() {
    for (name, dependencies) in graph() {
        let is_library = name != "qawl-cli" && !UNPUBLISHED.contains(&name.as_str());
        for serde in dependencies.iter().filter(|dependency| dependency.name == "serde") {
            assert!(serde.optional || !is_library, "{name} always depends on serde");
        }
    }
}
