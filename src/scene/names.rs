//! The names of a touchpoint and of what is measured there. Each is put together from many messages, which cost more than
//! most else of a layout. They are made from [`Told`] alone and when somebody asks for them, so that a layout makes none.

use super::columns::Column;
use super::context::Context;
use super::labels::{sentence, spoken_emotion, spoken_percent, when};
use crate::base::fmt::NumberFormat;
use crate::model::{Emotion, Touchpoint};
use crate::overlay::{Bar, MeasuredEmotion, SatisfactionBar, TouchpointOverlay, Turn, Was};
use crate::tr;
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

/// All that is told of a touchpoint, besides the language.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told<'a> {
    pub touchpoint: Cow<'a, Touchpoint>,
    stage: Cow<'a, str>,
    channels: Vec<Cow<'a, str>>,
    /// What the team drew for the persona that is shown.
    drawn: Option<Emotion>,
    measured: Measured<'a>,
    format: NumberFormat,
}

/// What is told of the figures.
#[derive(Clone, Debug, PartialEq)]
enum Measured<'a> {
    Nothing,
    /// As long as they grow there is nothing to tell of them yet.
    Growing,
    Partly(Cow<'a, TouchpointOverlay>),
    Wholly(Cow<'a, TouchpointOverlay>),
}

/// What has a name of its own at a touchpoint.
#[derive(Clone, Copy, Debug)]
pub(super) enum NameOf {
    Touchpoint,
    Emotion,
    Exit,
    Satisfaction,
}

/// What screen readers say. Of what is not measured the name is empty.
#[derive(Debug)]
pub(super) struct Names {
    told: Told<'static>,
    /// By [`NameOf`], as far as somebody has asked.
    texts: [OnceLock<Arc<str>>; 4],
}

impl Names {
    /// The names of what is told.
    pub fn of(told: &Told<'_>) -> Self {
        Self { told: told.clone().into_owned(), texts: Default::default() }
    }

    /// True when it would be told in the same words.
    pub fn are_of(&self, told: &Told<'_>) -> bool {
        self.told == *told
    }

    /// One of them.
    pub fn get(&self, of: NameOf) -> &Arc<str> {
        let [touchpoint, emotion, exit, satisfaction] = &self.texts;
        let text = match of {
            NameOf::Touchpoint => touchpoint,
            NameOf::Emotion => emotion,
            NameOf::Exit => exit,
            NameOf::Satisfaction => satisfaction,
        };
        text.get_or_init(|| self.told.name(of).into())
    }
}

impl<'a> Told<'a> {
    /// What is told of the touchpoint of a column.
    pub fn of(context: &Context<'a>, column: &Column<'a>) -> Self {
        let touchpoint = column.touchpoint;
        let channels = touchpoint.channels.iter().filter_map(|id| context.map.channels.get(*id));
        let figures = context.overlay.and_then(|overlay| overlay.touchpoints.get(&touchpoint.id));
        Self {
            touchpoint: Cow::Borrowed(touchpoint),
            stage: Cow::Borrowed(&column.stage.name),
            channels: channels.map(|channel| Cow::Borrowed(channel.name.as_str())).collect(),
            drawn: context.persona.and_then(|persona| persona.emotions.get(&touchpoint.id)).copied(),
            measured: match figures.map(Cow::Borrowed) {
                None => Measured::Nothing,
                Some(_) if context.is_growing() => Measured::Growing,
                Some(figures) if context.is_partial() => Measured::Partly(figures),
                Some(figures) => Measured::Wholly(figures),
            },
            format: context.format,
        }
    }

    /// The same, to be kept.
    fn into_owned(self) -> Told<'static> {
        let owned = |figures: Cow<'_, TouchpointOverlay>| Cow::Owned(figures.into_owned());
        Told {
            touchpoint: Cow::Owned(self.touchpoint.into_owned()),
            stage: Cow::Owned(self.stage.into_owned()),
            channels: self.channels.into_iter().map(|name| Cow::Owned(name.into_owned())).collect(),
            drawn: self.drawn,
            measured: match self.measured {
                Measured::Nothing => Measured::Nothing,
                Measured::Growing => Measured::Growing,
                Measured::Partly(figures) => Measured::Partly(owned(figures)),
                Measured::Wholly(figures) => Measured::Wholly(owned(figures)),
            },
            format: self.format,
        }
    }

    /// Tells it.
    fn name(&self, of: NameOf) -> String {
        if let NameOf::Touchpoint = of {
            return self.touchpoint_name();
        }
        if self.measured == Measured::Growing {
            return tr!("scene-label-growing", touchpoint = self.touchpoint.name.as_str());
        }
        let Some((figures, is_partial)) = self.figures() else { return String::new() };
        let TouchpointOverlay { emotion, exit, satisfaction, before, .. } = figures;
        let (touchpoint, format) = (&*self.touchpoint, self.format);
        let name = match of {
            NameOf::Touchpoint => None,
            NameOf::Emotion => emotion.as_ref().map(|dot| self.emotion(dot, before.emotion.as_ref())),
            NameOf::Exit => exit.as_ref().map(|bar| exit_rate(touchpoint, bar, before.exit.as_ref(), format)),
            NameOf::Satisfaction => {
                satisfaction.as_ref().map(|bar| self.satisfaction(bar, before.satisfaction.as_ref()))
            }
        };
        name.map(|name| partly(name, is_partial)).unwrap_or_default()
    }

    /// The figures that may be told, and whether they come from a part of the data alone.
    fn figures(&self) -> Option<(&TouchpointOverlay, bool)> {
        match &self.measured {
            Measured::Nothing | Measured::Growing => None,
            Measured::Partly(figures) => Some((figures, true)),
            Measured::Wholly(figures) => Some((figures, false)),
        }
    }

    fn touchpoint_name(&self) -> String {
        let (touchpoint, format) = (&*self.touchpoint, self.format);
        let figures = self.figures();
        let emotion = figures.and_then(|(figures, _)| figures.emotion.as_ref());
        let exit = figures.and_then(|(figures, _)| figures.exit.as_ref());
        sentence([
            tr!("scene-label-touchpoint", name = touchpoint.name.as_str()),
            tr!("scene-label-in-stage", name = &*self.stage),
            when(touchpoint.moment_of_truth, || tr!("scene-label-moment-of-truth")),
            when(touchpoint.goal, || tr!("scene-label-goal")),
            when(touchpoint.contact, || tr!("scene-label-contact")),
            when(!self.channels.is_empty(), || tr!("scene-label-channels", names = self.channels.join(", "))),
            self.drawn
                .map(|drawn| tr!("scene-label-emotion", value = spoken_emotion(drawn.value(), format)))
                .unwrap_or_default(),
            emotion
                .map(|dot| tr!("scene-label-emotion-measured", value = spoken_emotion(dot.value, format)))
                .unwrap_or_default(),
            exit.map(|exit| tr!("scene-label-exit-rate", value = spoken_percent(exit.value, format)))
                .unwrap_or_default(),
            figures
                .map(|(figures, is_partial)| partly(figures.visits_label.clone(), is_partial))
                .unwrap_or_default(),
        ])
    }

    fn emotion(&self, dot: &MeasuredEmotion, was: Option<&Was>) -> String {
        let format = self.format;
        let interval = dot.interval.map(|(low, high)| {
            let (low, high) = (spoken_emotion(low, format), spoken_emotion(high, format));
            tr!("scene-label-interval", low = low, high = high)
        });
        sentence([
            tr!(
                "scene-label-measured-dot",
                touchpoint = self.touchpoint.name.as_str(),
                value = spoken_emotion(dot.value, format)
            ),
            interval.unwrap_or_default(),
            tr!("scene-label-answers", count = format.count(dot.n)),
            was.map(|was| before(spoken_emotion(was.value, format), was)).unwrap_or_default(),
        ])
    }

    fn satisfaction(&self, bar: &SatisfactionBar, was: Option<&Was>) -> String {
        let format = self.format;
        let shares = bar.shares.map(|of| {
            [
                tr!("scene-label-satisfied", value = spoken_percent(of.satisfied, format)),
                tr!("scene-label-neutral", value = spoken_percent(of.neutral, format)),
                tr!("scene-label-dissatisfied", value = spoken_percent(of.dissatisfied, format)),
            ]
        });
        let [satisfied, neutral, dissatisfied] = shares.unwrap_or_default();
        sentence([
            tr!("scene-label-satisfaction", touchpoint = self.touchpoint.name.as_str()),
            bar.label.clone(),
            satisfied,
            neutral,
            dissatisfied,
            was.map(|was| before(format.decimals(was.value, 1), was)).unwrap_or_default(),
        ])
    }
}

/// The name of an exit rate.
pub(super) fn exit_rate(
    touchpoint: &Touchpoint,
    bar: &Bar,
    was: Option<&Was>,
    format: NumberFormat,
) -> String {
    let spoken = |share| spoken_percent(share, format);
    sentence([
        tr!("scene-label-exit", touchpoint = touchpoint.name.as_str(), value = spoken(bar.value)),
        tr!("scene-label-interval", low = spoken(bar.low), high = spoken(bar.high)),
        bar.note.clone(),
        was.map(|was| before(spoken(was.value), was)).unwrap_or_default(),
    ])
}

/// A name that says when it comes from a part of the data alone.
fn partly(name: String, is_partial: bool) -> String {
    if is_partial { tr!("scene-label-partial", name = name) } else { name }
}

/// `before 43 percent, surely higher now`.
fn before(value: String, was: &Was) -> String {
    let value = value.as_str();
    let before = match was.turn {
        Some(Turn::Up) => tr!("scene-label-before-up", value = value),
        Some(Turn::Down) => tr!("scene-label-before-down", value = value),
        None => tr!("scene-label-before", value = value),
    };
    let step = was
        .step
        .as_ref()
        .map(|step| tr!("scene-label-step", step = step.label.as_str(), interval = step.interval.as_str()));
    sentence([before, step.unwrap_or_default()])
}
