//! Our own drawing: frame, meander, bronze drum, sun and star.
//!
//! Points on circles come from whole-number rotation by half a degree, so that every machine draws the same. Not
//! here: emblems; nobody but their owners may draw those.

use krilla::geom::PathBuilder;
use krilla::surface::Surface;

use crate::paper::Length;
use crate::pdf::{self, Colour};

use super::layout::Sheet;

const RED: Colour = (0x8b, 0x11, 0x16);
const GOLD: Colour = (0xc8, 0x90, 0x2a);
const PALE: Colour = (0xee, 0xdf, 0xba);
const CREAM: Colour = (0xf6, 0xe3, 0xb0);

/// A point of the sheet.
type Point = (Length, Length);

/// Half degrees of a whole turn.
const TURN: usize = 720;
/// Unit of the table of directions.
const ONE: i128 = 1_000_000_000_000_000;
/// Cosine and sine of half a degree, in that unit.
const STEP: (i128, i128) = (999_961_923_064_171, 8_726_535_498_374);

/// Directions all around, half a degree apart, from the top clockwise.
struct Compass(Vec<(i64, i64)>);

impl Compass {
    fn new() -> Self {
        let mut at = (0_i128, -ONE);
        let mut all = Vec::with_capacity(TURN);
        for _ in 0..TURN {
            let narrow = |value: i128| i64::try_from(value / 1_000_000).unwrap_or(0);
            all.push((narrow(at.0), narrow(at.1)));
            at = ((at.0 * STEP.0 - at.1 * STEP.1) / ONE, (at.0 * STEP.1 + at.1 * STEP.0) / ONE);
        }
        Self(all)
    }

    /// The point so far from the centre in this direction.
    fn at(&self, centre: Point, half_degrees: usize, radius: Length) -> Point {
        let (x, y) = self.0.get(half_degrees % TURN).copied().unwrap_or((0, 0));
        let along = |part: i64| Length::units(radius.emu().saturating_mul(part / 1_000) / 1_000_000);
        (centre.0 + along(x), centre.1 + along(y))
    }
}

/// A drawing under way.
struct Drawing<'a, 'b> {
    surface: &'a mut Surface<'b>,
    sheet: Sheet,
    compass: Compass,
}

/// Draws the whole ground.
pub(super) fn draw(surface: &mut Surface<'_>, sheet: Sheet) {
    let mut drawing = Drawing { surface, sheet, compass: Compass::new() };
    drawing.drum();
    drawing.frame();
    drawing.corners();
    drawing.sun();
    drawing.surface.set_stroke(None);
    drawing.surface.set_fill(None);
}

/// Hundredths of a millimetre.
const fn h(count: i64) -> Length {
    Length::hundredths_mm(count)
}

impl Drawing<'_, '_> {
    /// A point told for A4.
    fn place(&self, point: Point) -> Point {
        (self.sheet.scaled(point.0), self.sheet.scaled(point.1))
    }

    fn path(&mut self, points: &[Point], closed: bool) -> Option<krilla::geom::Path> {
        let mut path = PathBuilder::new();
        for (number, point) in points.iter().enumerate() {
            let (x, y) = self.place(*point);
            if number == 0 {
                path.move_to(pdf::points(x), pdf::points(y));
            } else {
                path.line_to(pdf::points(x), pdf::points(y));
            }
        }
        if closed {
            path.close();
        }
        path.finish()
    }

    fn stroke(&mut self, points: &[Point], closed: bool, colour: Colour, width: Length) {
        let width = self.sheet.scaled(width);
        if let Some(path) = self.path(points, closed) {
            self.surface.set_fill(None);
            self.surface.set_stroke(Some(pdf::stroke(colour, width)));
            self.surface.draw_path(&path);
        }
    }

    fn fill(&mut self, points: &[Point], colour: Colour) {
        if let Some(path) = self.path(points, true) {
            self.surface.set_stroke(None);
            self.surface.set_fill(Some(pdf::fill(colour)));
            self.surface.draw_path(&path);
        }
    }

    /// A circle of 180 short sides.
    fn ring(&self, centre: Point, radius: Length) -> Vec<Point> {
        (0..TURN).step_by(4).map(|direction| self.compass.at(centre, direction, radius)).collect()
    }

    /// Points in turn near and far, so many each.
    fn rays(&self, centre: Point, near: Length, far: Length, count: usize) -> Vec<Point> {
        let step = TURN / count.max(1);
        (0..count)
            .flat_map(|ray| {
                let direction = ray * step;
                [self.compass.at(centre, direction, far), self.compass.at(centre, direction + step / 2, near)]
            })
            .collect()
    }

    fn frame(&mut self) {
        for (inset, colour, width) in [(h(900), RED, h(160)), (h(1_150), GOLD, h(80)), (h(1_320), RED, h(25))]
        {
            let (right, bottom) = (Length::mm(297) - inset, Length::mm(210) - inset);
            self.stroke(
                &[(inset, inset), (right, inset), (right, bottom), (inset, bottom)],
                true,
                colour,
                width,
            );
        }
    }

    /// Four corners, each the mirror of the first.
    fn corners(&mut self) {
        let (wide, high) = (Length::mm(297), Length::mm(210));
        for (right, low) in [(false, false), (true, false), (false, true), (true, true)] {
            let mirror = |points: &[(i64, i64)]| -> Vec<Point> {
                points
                    .iter()
                    .map(|(x, y)| {
                        let (x, y) = (h(*x), h(*y));
                        (if right { wide - x } else { x }, if low { high - y } else { y })
                    })
                    .collect()
            };
            self.stroke(&mirror(&[(5_000, 1_680), (1_680, 1_680), (1_680, 5_000)]), false, RED, h(120));
            self.stroke(&mirror(&[(4_620, 1_980), (1_980, 1_980), (1_980, 4_620)]), false, GOLD, h(55));
            for (x, y) in [(5_130, 1_980), (1_980, 5_130)] {
                self.fill(&mirror(&[(x - 190, y), (x, y - 150), (x + 190, y), (x, y + 150)]), GOLD);
            }
            for meander in [
                [(4_170, 2_300), (2_300, 2_300), (2_300, 3_200), (2_830, 3_200), (2_830, 2_760)].as_slice(),
                &[(3_200, 2_300), (3_200, 3_200), (2_830, 3_200)],
                &[(4_170, 2_300), (4_170, 2_640), (3_700, 2_640)],
                &[(2_300, 4_170), (2_300, 3_600), (2_640, 3_600), (2_640, 4_170), (2_300, 4_170)],
                &[(2_300, 3_200), (2_300, 3_600)],
            ] {
                self.stroke(&mirror(meander), false, RED, h(65));
            }
        }
    }

    /// The drum behind the texts, pale enough to read over.
    fn drum(&mut self) {
        let centre = (h(14_850), h(10_900));
        let thin = h(22);
        for radius in [8_600, 7_600, 6_950, 6_100, 5_250, 4_700, 3_900, 2_900, 2_250] {
            let ring = self.ring(centre, h(radius));
            self.stroke(&ring, true, PALE, thin);
        }
        for (near, far, count) in [(7_700, 8_480, 72), (6_200, 6_860, 60), (4_000, 4_620, 48)] {
            let teeth = self.rays(centre, h(near), h(far), count);
            self.stroke(&teeth, true, PALE, thin);
        }
        for (near, far, count) in [(7_020, 7_530, 144), (5_320, 6_030, 120), (2_960, 3_830, 90)] {
            let step = TURN / count;
            for bar in 0..count {
                let from = self.compass.at(centre, bar * step, h(near));
                let to = self.compass.at(centre, bar * step, h(far));
                self.stroke(&[from, to], false, PALE, thin);
            }
        }
        let star = self.rays(centre, h(700), h(2_150), 16);
        self.stroke(&star, true, PALE, thin);
    }

    /// Sun and star above the heading.
    fn sun(&mut self) {
        let centre = (h(14_850), h(3_420));
        let long = self.rays(centre, h(1_000), h(1_560), 16);
        self.fill(&long, GOLD);
        let short = self.rays(centre, h(1_040), h(1_340), 40);
        self.fill(&short, GOLD);
        for (radius, colour) in [(1_110, GOLD), (1_040, RED)] {
            let disc = self.ring(centre, h(radius));
            self.fill(&disc, colour);
        }
        let inner = self.ring(centre, h(940));
        self.stroke(&inner, true, CREAM, h(20));
        // Five points; the inner ones lie where the sides of a regular star cross.
        let star = self.rays(centre, h(275), h(720), 5);
        self.fill(&star, CREAM);
    }
}

#[cfg(test)]
mod tests {
    use super::{Compass, Length};

    #[test]
    fn directions_go_all_around_and_end_where_they_began() {
        let compass = Compass::new();
        let centre = (Length::mm(100), Length::mm(100));
        let radius = Length::mm(50);
        for (direction, x, y) in
            [(0, 100, 50), (180, 150, 100), (360, 100, 150), (540, 50, 100), (720, 100, 50)]
        {
            let (found_x, found_y) = compass.at(centre, direction, radius);
            let off = (found_x - Length::mm(x)).emu().abs() + (found_y - Length::mm(y)).emu().abs();
            assert!(off < 200, "{direction}: {off}");
        }
    }
}
