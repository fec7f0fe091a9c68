/** Colours and sizes of the product, written out: the page is served without the web build. */
export const STYLE = `
* { box-sizing: border-box; margin: 0 }
body { background: #f6f4f0; color: #1b2024; font: 15px/1.5 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', system-ui, sans-serif }
main { max-width: 640px; margin: 0 auto; padding: 32px 16px }
h1 { font-size: 24px; font-weight: 600 }
h2 { font-size: 17px; font-weight: 600; font-variant-numeric: tabular-nums }
.about { margin: 4px 0 24px; color: #59626b; font-size: 13px }
article, .empty { background: #fff; border-radius: 12px; padding: 16px; margin-bottom: 12px }
.empty { color: #59626b; padding: 32px 16px; text-align: center }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px }
time { margin-left: auto; color: #646c74; font-size: 13px; font-variant-numeric: tabular-nums }
.tag { background: #e4efed; color: #17635f; border-radius: 10px; padding: 0 8px; font-size: 12px; line-height: 20px }
.code { margin: 8px 0 0; font-size: 26px; font-weight: 600; letter-spacing: 4px; font-variant-numeric: tabular-nums }
.title { margin: 8px 0 0; font-weight: 600 }
.body { margin: 8px 0; overflow-wrap: anywhere; white-space: pre-line }
a { color: #17635f }
footer { color: #646c74; font-size: 13px }
.waiting { color: #86590d }
.dead { color: #b23a22 }
`
