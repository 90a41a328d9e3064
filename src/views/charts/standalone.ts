/** A chart as a picture for a slide or a paper: its title, its key and its source come with it, its styles are inside. */
import type { ChartModel } from '../components/registry.js'
import { escapeHtml } from '../html.js'
import { textWidth } from './svg.js'

export interface StandaloneOptions {
  /** Rules of the charts, with every colour written out. */
  style: string
  /** Whose figures these are and of when. */
  source: string
}

const pad = 28
const lineHeight = { title: 26, text: 17, key: 22 }

/** The wide drawing with everything a reader needs who sees nothing else. Links are left out: they lead nowhere there. */
export function standalone(chart: ChartModel, { style, source }: StandaloneOptions): string {
  const inner = chart.svg.toString().replaceAll(/ (?:href|data-x|data-top)="[^"]*"/g, '')
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(inner)!.map(Number) as [
    number,
    number,
    number,
  ]
  const full = width + 2 * pad
  let y = pad
  const parts: string[] = []
  const write = (lines: readonly string[], className: string, step: number) => {
    for (const words of lines) {
      y += step
      parts.push(`<text class="${className}" x="${pad}" y="${y - 5}">${escapeHtml(words)}</text>`)
    }
  }
  write(wrapped(chart.title, width, 19), 'picture-title', lineHeight.title)
  if (chart.caption) write(wrapped(chart.caption, width, 13), 'picture-text', lineHeight.text)
  y += 12
  parts.push(inner.replace('<svg ', `<svg x="${pad}" y="${y}" width="${width}" height="${height}" `))
  y += height + 14
  for (const row of keyRows(chart.key, width)) {
    for (const { x, swatch, label } of row) {
      parts.push(
        swatch.replace('<svg ', `<svg x="${pad + x}" y="${y}" width="18" height="12" overflow="visible" `),
      )
      parts.push(`<text class="picture-text" x="${pad + x + 26}" y="${y + 10}">${escapeHtml(label)}</text>`)
    }
    y += lineHeight.key
  }
  for (const note of chart.notes ?? []) write(wrapped(note, width, 13), 'picture-text', lineHeight.text)
  y += 8
  write(wrapped(source, width, 12), 'picture-source', lineHeight.text)
  const tall = y + pad / 2
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" width="${full}" height="${tall}" viewBox="0 0 ${full} ${tall}">`,
    `<style>${style}</style>`,
    `<rect class="picture-ground" width="${full}" height="${tall}"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n')
}

interface KeyPlace {
  x: number
  swatch: string
  label: string
}

/** Entries beside each other as far as they fit. */
function keyRows(key: ChartModel['key'], width: number): KeyPlace[][] {
  const rows: KeyPlace[][] = []
  let x = Infinity
  for (const { swatch, label } of key) {
    const wide = 26 + textWidth(label, 13) + 24
    if (x + wide > width) {
      rows.push([])
      x = 0
    }
    rows.at(-1)!.push({ x, swatch: swatch.toString(), label })
    x += wide
  }
  return rows
}

function wrapped(words: string, width: number, size: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)!} ${word}` : word
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
