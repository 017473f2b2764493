//! Lists that the library holds.

/// The columns of every entry of a list.
pub(crate) fn entries<const N: usize>(
    list: &'static str,
) -> impl Iterator<Item = [&'static str; N]> {
    list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut columns = [""; N];
        let mut count = 0;
        for (place, column) in columns.iter_mut().zip(line.split('\t')) {
            *place = column;
            count += 1;
        }
        (count == N).then_some(columns)
    })
}
