//! Numbers drawn by lot, the same ones every time.

use rust_decimal::Decimal;

/// SplitMix64: small, and good enough for choosing words.
pub struct Draw(u64);

impl Draw {
    pub fn new(seed: u64) -> Self {
        let mut draw = Draw(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5DEE_CE66_D1CE_4E5B);
        draw.next();
        draw
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to, and without, `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1) as usize) as i64
    }

    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// So many different ones, in their order.
    pub fn some<T: Copy>(&mut self, from: &[T], count: usize) -> Vec<T> {
        let mut left = count.min(from.len());
        let mut picked = Vec::new();
        for (at, it) in from.iter().enumerate() {
            if self.below(from.len() - at) < left {
                picked.push(*it);
                left -= 1;
            }
        }
        picked
    }

    /// A figure with so many decimals; small and large ones are as frequent.
    pub fn figure(&mut self, low: i64, high: i64, decimals: u32) -> Decimal {
        let most = (high as f64 / low as f64).log2();
        let share = self.below(1000) as f64 / 1000.0;
        let around = (low as f64 * (most * share).exp2()) as i64;
        let scale = 10_i64.pow(decimals);
        let units = around * scale + self.between(0, (around * scale / 3).max(scale));
        Decimal::new(units, decimals)
    }
}
