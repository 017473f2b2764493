//! L-BFGS (Nocedal and Wright, Numerical Optimization, algorithms 7.4 and 3.1): the least value of
//! a smooth function of many variables. Plain arithmetic in a fixed order: the same on every
//! machine.

use std::collections::VecDeque;

/// How many steps are remembered.
const MEMORY: usize = 10;
/// The part of the promised decrease that a step must bring.
const SUFFICIENT: f64 = 1e-4;
/// How often a step is halved.
const HALVINGS: usize = 30;
/// A decrease that is not worth going on for, in parts of the value.
const TOLERANCE: f64 = 1e-9;

/// One remembered step: the move, the change of the gradient, one by their product.
struct Step {
    moved: Vec<f64>,
    turned: Vec<f64>,
    scale: f64,
}

/// Minimizes `function`, which writes its gradient into its second argument, from `start`.
pub(super) fn minimize(
    start: Vec<f64>,
    iterations: usize,
    mut function: impl FnMut(&[f64], &mut [f64]) -> f64,
) -> Vec<f64> {
    let mut at = start;
    let mut gradient = vec![0.0; at.len()];
    let mut value = function(&at, &mut gradient);
    let mut steps: VecDeque<Step> = VecDeque::with_capacity(MEMORY);
    let mut next_gradient = vec![0.0; at.len()];
    for _ in 0..iterations {
        let direction = direction(&gradient, &steps);
        let slope = dot(&direction, &gradient);
        let mut length =
            if steps.is_empty() { 1.0 / dot(&gradient, &gradient).sqrt() } else { 1.0 };
        let mut found = None;
        for _ in 0..HALVINGS {
            let next: Vec<f64> = at.iter().zip(&direction).map(|(x, d)| x + length * d).collect();
            let next_value = function(&next, &mut next_gradient);
            if next_value <= value + SUFFICIENT * length * slope {
                found = Some((next, next_value));
                break;
            }
            length /= 2.0;
        }
        let Some((next, next_value)) = found else { break };
        remember(&mut steps, difference(&next, &at), difference(&next_gradient, &gradient));
        let gained = value - next_value;
        (at, value) = (next, next_value);
        std::mem::swap(&mut gradient, &mut next_gradient);
        if gained <= TOLERANCE * value.abs() {
            break;
        }
    }
    at
}

fn remember(steps: &mut VecDeque<Step>, moved: Vec<f64>, turned: Vec<f64>) {
    let product = dot(&moved, &turned);
    if product <= 0.0 {
        return;
    }
    if steps.len() == MEMORY {
        steps.pop_front();
    }
    steps.push_back(Step { moved, turned, scale: 1.0 / product });
}

/// Downhill, bent by what the remembered steps tell of the curvature.
fn direction(gradient: &[f64], steps: &VecDeque<Step>) -> Vec<f64> {
    let mut direction: Vec<f64> = gradient.iter().map(|g| -g).collect();
    let mut shares = Vec::with_capacity(steps.len());
    for step in steps.iter().rev() {
        let share = step.scale * dot(&step.moved, &direction);
        add(&mut direction, -share, &step.turned);
        shares.push(share);
    }
    if let Some(last) = steps.back() {
        let scale = 1.0 / (last.scale * dot(&last.turned, &last.turned));
        direction.iter_mut().for_each(|d| *d *= scale);
    }
    for (step, share) in steps.iter().zip(shares.iter().rev()) {
        let other = step.scale * dot(&step.turned, &direction);
        add(&mut direction, share - other, &step.moved);
    }
    direction
}

fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(l, r)| l * r).sum()
}

fn add(to: &mut [f64], factor: f64, what: &[f64]) {
    to.iter_mut().zip(what).for_each(|(t, w)| *t += factor * w);
}

fn difference(left: &[f64], right: &[f64]) -> Vec<f64> {
    left.iter().zip(right).map(|(l, r)| l - r).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_valley_of_rosenbrock_is_followed_to_its_end() {
        let found = minimize(vec![-1.2, 1.0], 200, |x, gradient| {
            let (a, b) = (1.0 - x[0], x[1] - x[0] * x[0]);
            gradient[0] = -2.0 * a - 400.0 * x[0] * b;
            gradient[1] = 200.0 * b;
            a * a + 100.0 * b * b
        });
        assert!((found[0] - 1.0).abs() < 1e-3 && (found[1] - 1.0).abs() < 1e-3, "{found:?}");
    }
}
