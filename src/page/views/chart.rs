use crate::page::message::Msg;
use crate::page::picture::Picture;
use crate::page::words::Words;
use juesuan::accounts::ChartKind;
use juesuan::chart::{Chart, FONTS, Shape};
use yew::prelude::*;

/// A figure of the text, drawn, with its numbers as a table, and saved as a file.
pub fn chart(kind: ChartKind, chart: &Chart, on: &Callback<Msg>, words: Words) -> Html {
    let save = |how: Picture, label: &'static str| {
        html! { <button type="button" class="quiet" onclick={on.reform(move |_| Msg::SaveChart(kind, how))}>{ label }</button> }
    };
    html! {
        <figure class="chart">
            { drawing(chart) }
            <figcaption class="chart-tools" lang={words.tag()}>
                <details>
                    <summary>{ words.chart_data() }</summary>
                    <table lang="zh-CN">
                        <caption>{ &chart.title }{ "　" }{ chart.unit }</caption>
                        <thead><tr>{ for chart.columns.iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                        <tbody>{ for chart.rows.iter().map(|row| html! {
                            <tr>{ for row.iter().map(|cell| html! { <td>{ cell }</td> }) }</tr>
                        }) }</tbody>
                    </table>
                </details>
                { save(Picture::Svg, words.chart_svg()) }
                { save(Picture::Png, words.chart_png()) }
            </figcaption>
        </figure>
    }
}

/// The drawing alone.
pub fn drawing(chart: &Chart) -> Html {
    html! {
        <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label={chart.alternative.clone()} font-family={FONTS}
            viewBox={format!("0 0 {} {}", chart.width, chart.height)}>
            { for chart.shapes.iter().map(shape) }
        </svg>
    }
}

fn shape(shape: &Shape) -> Html {
    match shape {
        Shape::Rect {
            x,
            y,
            width,
            height,
            fill,
        } => html! {
            <rect x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()}
                fill={fill.color()} stroke={fill.outline()} />
        },
        Shape::Line {
            x1,
            y1,
            x2,
            y2,
            tone,
        } => html! {
            <line x1={x1.to_string()} y1={y1.to_string()} x2={x2.to_string()} y2={y2.to_string()} stroke={tone.color()} />
        },
        Shape::Text {
            x,
            y,
            anchor,
            size,
            weight,
            tone,
            text,
        } => html! {
            <text x={x.to_string()} y={y.to_string()} text-anchor={anchor.name()} font-size={size.to_string()}
                font-weight={weight.name()} fill={tone.color()}>{ text }</text>
        },
    }
}
