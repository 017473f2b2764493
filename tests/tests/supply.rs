//! Where dependencies come from, told by the lock files: everywhere alike, and without a network.
//! Licences, doubled versions and build scripts are the affair of `deny.toml`.

use std::path::PathBuf;

use qawl_tests::workspace;
use serde::Deserialize;

/// As lock files name the registry of crates.io, whatever stands in for it on a machine.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

#[derive(Deserialize)]
struct Lock {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    source: Option<String>,
    checksum: Option<String>,
}

/// What is wrong with where a package comes from.
fn fault(package: &Package) -> Option<&'static str> {
    let Package { name, source, checksum, .. } = package;
    match (source.as_deref(), checksum) {
        (None, _) if is_ours(name) => None,
        (None, _) => Some("lies on a disk and is none of ours"),
        (Some(REGISTRY), Some(sum)) if is_sha256(sum) => None,
        (Some(REGISTRY), _) => Some("has no checksum"),
        (Some(_), _) => Some("is not from the registry"),
    }
}

fn is_ours(name: &str) -> bool {
    name == "qawl" || name.starts_with("qawl-")
}

fn is_sha256(sum: &str) -> bool {
    sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The workspace's own, and those of what stands beside it with a lock file of its own.
fn lock_files() -> Vec<PathBuf> {
    let root = workspace::root();
    let beside = std::fs::read_dir(root.join("crates")).unwrap().map(|entry| entry.unwrap().path());
    let folders = [root.clone(), root.join("fuzz")].into_iter().chain(beside);
    let mut files: Vec<_> = folders.map(|folder| folder.join("Cargo.lock")).collect();
    files.retain(|file| file.is_file());
    assert!(files.contains(&root.join("Cargo.lock")));
    files
}

#[test]
fn every_dependency_is_from_the_registry_and_has_a_checksum() {
    let mut faults = Vec::new();
    for path in lock_files() {
        let lock: Lock = toml::from_str(&workspace::read(&path)).unwrap();
        assert!(!lock.package.is_empty(), "{}", path.display());
        for package in &lock.package {
            let Package { name, version, .. } = package;
            faults.extend(fault(package).map(|what| format!("{name} {version} {what}")));
        }
    }
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn what_comes_from_elsewhere_is_seen() {
    let package = |name: &str, source: Option<&str>, checksum: Option<&str>| Package {
        name: name.into(),
        version: "1.0.0".into(),
        source: source.map(str::to_owned),
        checksum: checksum.map(str::to_owned),
    };
    let sum = "0123456789abcdef".repeat(4);
    assert_eq!(fault(&package("qawl-core", None, None)), None);
    assert_eq!(fault(&package("fst", Some(REGISTRY), Some(&sum))), None);
    assert!(fault(&package("fst", None, None)).is_some());
    assert!(fault(&package("fst", Some(REGISTRY), None)).is_some());
    assert!(fault(&package("fst", Some(REGISTRY), Some("0123"))).is_some());
    assert!(fault(&package("fst", Some("git+https://example.org/fst"), Some(&sum))).is_some());
    assert!(fault(&package("fst", Some("registry+https://example.org"), Some(&sum))).is_some());
}
