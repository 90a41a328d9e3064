/** Reads a picture back into numbers: what was drawn where. */
import { parse, type HTMLElement } from 'node-html-parser'
import type { ChartModel } from '../../src/views/components/registry.js'
import type { SafeHtml } from '../../src/views/html.js'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export type Point = [x: number, y: number]

export function pictureOf(svg: SafeHtml): HTMLElement {
  return parse(svg.toString()).querySelector('svg')!
}

/** Every drawing of a chart, its swatches included. */
export function drawingsOf(chart: ChartModel): string[] {
  return [chart.svg, ...(chart.narrow ? [chart.narrow] : []), ...chart.key.map(entry => entry.swatch)].map(
    String,
  )
}

export function numberOf(element: HTMLElement, name: string): number {
  return Number(element.getAttribute(name))
}

export function viewBox(picture: HTMLElement): Box {
  const [x, y, width, height] = picture.getAttribute('viewBox')!.split(' ').map(Number) as [
    number,
    number,
    number,
    number,
  ]
  return { x, y, width, height }
}

export function boxesOf(picture: HTMLElement, selector: string): Box[] {
  return picture.querySelectorAll(selector).map(rect => ({
    x: numberOf(rect, 'x'),
    y: numberOf(rect, 'y'),
    width: numberOf(rect, 'width'),
    height: numberOf(rect, 'height'),
  }))
}

/** The strokes of a path, each the points it goes through; arcs count by their ends. */
export function strokesOf(d: string): Point[][] {
  const strokes: Point[][] = []
  let [x, y] = [0, 0]
  const go = (nextX: number, nextY: number) => {
    ;[x, y] = [nextX, nextY]
    strokes.at(-1)!.push([x, y])
  }
  for (const [, command, rest] of d.matchAll(/([MmLlHhVvAaZz])([^MmLlHhVvAaZz]*)/g)) {
    const values = (rest!.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    const from: Point = /[a-z]/.test(command!) ? [x, y] : [0, 0]
    if (/[Mm]/.test(command!)) {
      strokes.push([])
      go(from[0] + values[0]!, from[1] + values[1]!)
    } else if (/[Hh]/.test(command!)) go(from[0] + values[0]!, y)
    else if (/[Vv]/.test(command!)) go(x, from[1] + values[0]!)
    else if (/[Ll]/.test(command!)) {
      for (let i = 0; i < values.length; i += 2) {
        const base: Point = /l/.test(command!) ? [x, y] : [0, 0]
        go(base[0] + values[i]!, base[1] + values[i + 1]!)
      }
    } else if (/[Aa]/.test(command!)) go(from[0] + values[5]!, from[1] + values[6]!)
  }
  return strokes
}

export function strokes(picture: HTMLElement, selector: string): Point[][] {
  return picture.querySelectorAll(selector).flatMap(path => strokesOf(path.getAttribute('d')!))
}

/** The axis as it is drawn: from a height in the picture back to a value. */
export function valueAt(
  picture: HTMLElement,
  read: (label: string) => number,
  column = 0,
): (y: number) => number {
  const ticks = picture
    .querySelectorAll('.tick-end')
    .filter(tick => tick.classList.contains('tick'))
    .map(tick => ({ y: numberOf(tick, 'y') - 4, value: read(tick.textContent) }))
  const axes: (typeof ticks)[] = []
  for (const tick of ticks) {
    const open = axes.at(-1)
    if (open && tick.y < open.at(-1)!.y) open.push(tick)
    else axes.push([tick])
  }
  const axis = axes[column]!
  const [low, high] = [axis[0]!, axis.at(-1)!]
  return y => low.value + ((y - low.y) / (high.y - low.y)) * (high.value - low.value)
}

/** What a cell says, whatever it is made of. */
export function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell
  if (typeof cell !== 'object' || cell === null) return ''
  if ('label' in cell) return String(cell.label)
  return 'strong' in cell ? `${String(cell.strong)} ${String((cell as { soft?: string }).soft)}` : ''
}

export function columnOf(chart: ChartModel, label: string): string[] {
  const index = chart.table.columns.findIndex(column => column.label === label)
  if (index < 0) throw new Error(`the table has no column ${label}`)
  return chart.table.rows.map(row => cellText(row.cells[index]))
}
