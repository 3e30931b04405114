//! Impact against effort: each opportunity is a small card in its square, dragged or moved by the arrow keys.

use crate::model::{Card, CardId, CardKind, Edit, Opportunity};
use crate::scene::Element;
use crate::session::{Action, WorkshopPage};
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, font};
use crate::ui::{Context, Out};
use egui::text::LayoutJob;
use egui::{
    Align2, Color32, CornerRadius, CursorIcon, EventFilter, FontId, Id, Key, Modifiers, Pos2, Rect, Response,
    Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Grades of either axis.
const GRADES: u8 = 5;
/// Height of a card with one line of words, and of each further line.
const CARD: f32 = 30.0;
const LINE: f32 = 17.0;
/// Lines of words on a card that has room.
const MOST_LINES: usize = 3;
/// Grades up to this are little effort, from this on much impact.
const MIDDLE: u8 = 3;
/// Around the squares: room for the words of the axes and the names of the quarters.
const LEFT: f32 = 64.0;
const TOP: f32 = 40.0;
const BOTTOM: f32 = 62.0;
const EDGE: f32 = 20.0;

/// True while the matrix stands in the map's place.
pub fn has_matrix(cx: &Context<'_>) -> bool {
    let mode = cx.view.workshop;
    mode.on && mode.page == WorkshopPage::Priorities && mode.matrix
}

pub fn matrix_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let room = ui.available_rect_before_wrap();
    ui.painter().rect_filled(room, 0.0, c(cx.theme.canvas));
    let area =
        Rect::from_min_max(room.min + vec2(LEFT, TOP), pos2(room.right() - EDGE, room.bottom() - BOTTOM));
    if area.width() < 100.0 || area.height() < 100.0 {
        return;
    }
    let squares = Squares { area };
    axes(ui, &squares, cx);
    // The most impact for the least effort comes first.
    let mut by_square: BTreeMap<(Reverse<u8>, u8), Vec<_>> = BTreeMap::new();
    for card in cx.view.map.cards.iter() {
        if let CardKind::Opportunity(opportunity) = &card.kind {
            let square = (Reverse(opportunity.impact.clamp(1, GRADES)), opportunity.effort.clamp(1, GRADES));
            by_square.entry(square).or_default().push((card, opportunity));
        }
    }
    if by_square.is_empty() {
        let words = tr!("ui-matrix-empty");
        let font = font(Face::Medium, 15.0);
        ui.painter().text(area.center(), Align2::CENTER_CENTER, words, font, c(cx.theme.text_muted));
    }
    // Tab goes on from there.
    if super::is_asked_anew(ui, "matrix", cx.view.workshop.asked)
        && let Some((first, _)) = by_square.values().next().and_then(|cards| cards.first())
    {
        ui.memory_mut(|memory| memory.request_focus(card_id(first)));
    }
    for ((Reverse(impact), effort), cards) in &by_square {
        let places = stacked(squares.square(*impact, *effort).shrink(5.0), cards.len());
        for ((card, opportunity), place) in cards.iter().zip(places) {
            card_ui(ui, &squares, (card, opportunity), place, cx, out);
        }
    }
}

/// Where the grades are on the screen.
struct Squares {
    area: Rect,
}

impl Squares {
    fn size(&self) -> Vec2 {
        self.area.size() / f32::from(GRADES)
    }

    /// Much impact is at the top, much effort at the right.
    fn square(&self, impact: u8, effort: u8) -> Rect {
        let size = self.size();
        let (column, row) = (f32::from(effort - 1), f32::from(GRADES - impact));
        Rect::from_min_size(self.area.min + vec2(column * size.x, row * size.y), size)
    }

    /// Impact and effort at a place, the nearest ones outside of the area.
    fn grades_at(&self, at: Pos2) -> (u8, u8) {
        let within = (at - self.area.min) / self.size();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 … 4
        let grade = |place: f32| place.floor().clamp(0.0, f32::from(GRADES - 1)) as u8;
        (GRADES - grade(within.y), 1 + grade(within.x))
    }
}

/// Places of so many cards in a square: below each other, lower when there are more, overlapping evenly when there are
/// more than fit.
fn stacked(square: Rect, count: usize) -> Vec<Rect> {
    #[allow(clippy::cast_precision_loss)] // a handful
    let share = square.height() / count.max(1) as f32 - 4.0;
    let lines = (1..MOST_LINES).filter(|more| share >= height_of(1 + more)).count();
    let height = height_of(1 + lines).min(square.height());
    #[allow(clippy::cast_precision_loss)] // a handful
    let step = match count {
        0 | 1 => 0.0,
        _ => ((square.height() - height) / (count - 1) as f32).min(height + 4.0),
    };
    #[allow(clippy::cast_precision_loss)]
    let place = |index: usize| {
        Rect::from_min_size(square.min + vec2(0.0, step * index as f32), vec2(square.width(), height))
    };
    (0..count).map(place).collect()
}

/// Height of a card with so many lines of words.
#[allow(clippy::cast_precision_loss)] // a handful
fn height_of(lines: usize) -> f32 {
    CARD + LINE * (lines - 1) as f32
}

fn axes(ui: &Ui, squares: &Squares, cx: &Context<'_>) {
    let (painter, theme, area) = (ui.painter(), cx.theme, squares.area);
    painter.rect_filled(area, 10.0, c(theme.panel));
    let middle = area.min + squares.size() * f32::from(MIDDLE);
    // The best corner is marked by a colour of its own and by its name.
    let best = Rect::from_min_max(area.min, middle);
    painter.rect_filled(best, CornerRadius { nw: 10, ..CornerRadius::ZERO }, c(theme.ok_soft));
    for line in 1..GRADES {
        let offset = squares.size() * f32::from(line);
        let thin = Stroke::new(1.0, c(theme.grid_line));
        painter.vline(area.left() + offset.x, area.y_range(), thin);
        painter.hline(area.x_range(), area.top() + offset.y, thin);
    }
    let strong = Stroke::new(1.5, c(theme.border_strong));
    painter.vline(middle.x, area.y_range(), strong);
    painter.hline(area.x_range(), middle.y, strong);
    painter.rect_stroke(area, 10.0, strong, StrokeKind::Middle);
    let name = font(Face::Bold, 16.0);
    let (above, below) = (area.top() - 8.0, area.bottom() + 28.0);
    for (corner, align, words) in [
        (pos2(area.left(), above), Align2::LEFT_BOTTOM, tr!("ui-quadrant-quick-wins")),
        (pos2(area.right(), above), Align2::RIGHT_BOTTOM, tr!("ui-quadrant-big-bets")),
        (pos2(area.left(), below), Align2::LEFT_TOP, tr!("ui-quadrant-fill-ins")),
        (pos2(area.right(), below), Align2::RIGHT_TOP, tr!("ui-quadrant-think-again")),
    ] {
        painter.text(corner, align, words, name.clone(), c(theme.text_muted));
    }
    let number = font(Face::Regular, 12.5);
    for grade in 1..=GRADES {
        let (row, column) = (squares.square(grade, 1), squares.square(1, grade));
        let faint = c(theme.text_muted);
        painter.text(row.left_center() - vec2(8.0, 0.0), Align2::RIGHT_CENTER, grade, number.clone(), faint);
        painter.text(
            column.center_bottom() + vec2(0.0, 7.0),
            Align2::CENTER_TOP,
            grade,
            number.clone(),
            faint,
        );
    }
    let axis = font(Face::SemiBold, 14.0);
    painter.text(
        pos2(area.center().x, below),
        Align2::CENTER_TOP,
        tr!("ui-axis-effort"),
        axis.clone(),
        c(theme.text_body),
    );
    upwards(
        ui,
        pos2(area.left() - LEFT + 12.0, area.center().y),
        &tr!("ui-axis-impact"),
        axis,
        c(theme.text_body),
    );
}

/// Words that are read from below, their middle at a place.
fn upwards(ui: &Ui, at: Pos2, words: &str, font: FontId, color: Color32) {
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, color);
    let place = at + vec2(0.0, galley.size().x / 2.0);
    let turned = egui::epaint::TextShape::new(place, galley, color).with_angle(-std::f32::consts::FRAC_PI_2);
    ui.painter().add(turned);
}

fn card_id(card: &Card) -> Id {
    Id::unique(("matrix", card.id))
}

fn card_ui(
    ui: &mut Ui,
    squares: &Squares,
    (card, opportunity): (&Card, &Opportunity),
    place: Rect,
    cx: &Context<'_>,
    out: &mut Out,
) {
    let id = card_id(card);
    let response = ui.interact(place, id, Sense::click_and_drag());
    let label = tr!(
        "ui-matrix-card",
        words = card.text.as_str(),
        impact = opportunity.impact,
        effort = opportunity.effort,
        quadrant = quadrant(opportunity.impact, opportunity.effort)
    );
    let is_selected = cx.view.selection.contains(&Element::Card(card.id));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, &label));
    if response.clicked() {
        out.actions.push(Action::Select { elements: vec![Element::Card(card.id)], extend: false });
    }
    drag(ui, squares, card.id, opportunity, &response, out);
    keys(ui, card.id, opportunity, &response, out);
    // What is carried is under the hand and above the others.
    let carried = response.dragged().then(|| ui.ctx().pointer_interact_pos()).flatten();
    let shown = carried.map_or(place, |at| Rect::from_center_size(at, place.size()));
    let strength = if is_selected || response.has_focus() || response.hovered() { 2.0 } else { 1.0 };
    let border = if strength > 1.0 { cx.theme.accent } else { cx.theme.opportunity_border };
    let mut builder = UiBuilder::new().max_rect(shown);
    if carried.is_some() {
        builder = builder.layer_id(egui::LayerId::new(egui::Order::Tooltip, id));
    }
    let ui = ui.new_child(builder);
    ui.painter().rect_filled(shown, 7.0, c(cx.theme.opportunity_fill));
    ui.painter().rect_stroke(shown, 7.0, Stroke::new(strength, c(border)), StrokeKind::Inside);
    words_ui(&ui, card, shown.shrink2(vec2(8.0, 3.0)), c(cx.theme.opportunity_text));
    response.on_hover_cursor(CursorIcon::Grab).on_hover_text(&label);
}

/// As many lines as there is room for; what does not fit ends in an ellipsis.
fn words_ui(ui: &Ui, card: &Card, room: Rect, color: Color32) {
    let mut job = LayoutJob::simple(card.text.clone(), font(Face::SemiBold, 13.0), color, room.width());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a handful
    let lines = 1 + ((room.height() + 6.0 - CARD).max(0.0) / LINE).round() as usize;
    job.wrap.max_rows = lines;
    let galley = ui.painter().layout_job(job);
    let at = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), room).min;
    ui.painter().galley(at, galley, color);
}

/// A drag is one step, and the card goes along square by square.
fn drag(ui: &Ui, squares: &Squares, card: CardId, of: &Opportunity, response: &Response, out: &mut Out) {
    if response.drag_started() {
        out.actions.push(Action::BeginGesture(graded(card, of, (of.impact, of.effort)).name()));
    }
    if response.dragged()
        && let Some(at) = ui.ctx().pointer_interact_pos()
    {
        let grades = squares.grades_at(at);
        if grades != (of.impact, of.effort) {
            out.actions.push(Action::UpdateGesture(graded(card, of, grades)));
        }
    }
    if response.drag_stopped() {
        out.actions.push(Action::CommitGesture);
    }
}

/// The arrow keys move the card that has the keyboard.
fn keys(ui: &Ui, card: CardId, of: &Opportunity, response: &Response, out: &mut Out) {
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let mut grades = (of.impact, of.effort);
    ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        grades.0 += u8::from(pressed(Key::ArrowUp) && grades.0 < GRADES);
        grades.0 -= u8::from(pressed(Key::ArrowDown) && grades.0 > 1);
        grades.1 += u8::from(pressed(Key::ArrowRight) && grades.1 < GRADES);
        grades.1 -= u8::from(pressed(Key::ArrowLeft) && grades.1 > 1);
    });
    if grades != (of.impact, of.effort) {
        out.actions.push(Action::Edit(graded(card, of, grades)));
    }
}

fn graded(card: CardId, of: &Opportunity, (impact, effort): (u8, u8)) -> Edit {
    Edit::SetCardKind { card, kind: CardKind::Opportunity(Opportunity { impact, effort, ..of.clone() }) }
}

/// The name of the quarter; the middle counts as much impact and little effort.
pub fn quadrant(impact: u8, effort: u8) -> String {
    match (impact >= MIDDLE, effort <= MIDDLE) {
        (true, true) => tr!("ui-quadrant-quick-wins"),
        (true, false) => tr!("ui-quadrant-big-bets"),
        (false, true) => tr!("ui-quadrant-fill-ins"),
        (false, false) => tr!("ui-quadrant-think-again"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squares() -> Squares {
        Squares { area: Rect::from_min_size(pos2(100.0, 50.0), vec2(500.0, 400.0)) }
    }

    #[test]
    fn every_square_is_found_again_where_it_is() {
        for impact in 1..=GRADES {
            for effort in 1..=GRADES {
                let square = squares().square(impact, effort);
                assert_eq!(squares().grades_at(square.center()), (impact, effort));
            }
        }
        assert_eq!(squares().grades_at(pos2(-50.0, -50.0)), (5, 1), "the upper left corner is nearest");
        assert_eq!(squares().grades_at(pos2(900.0, 900.0)), (1, 5));
    }

    #[test]
    fn cards_of_one_square_are_stacked_and_stay_in_it() {
        let square = Rect::from_min_size(pos2(0.0, 0.0), vec2(90.0, 70.0));
        for count in 1..12 {
            let places = stacked(square, count);
            assert!(
                places.iter().all(|place| square.expand(0.1).contains_rect(*place)),
                "{count}: {places:?}"
            );
            assert!(places.windows(2).all(|pair| pair[1].top() > pair[0].top() + 2.0), "each can be seen");
        }
    }
}
