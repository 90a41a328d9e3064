/** Pieces of SVG text. Every coordinate is finite and rounded; every word is escaped. */
import { escapeHtml, SafeHtml } from '../html.js'

/** A picture is drawn twice: for a desk and paper, and for a phone. */
export type Size = 'wide' | 'narrow'

export interface Frame {
  /** Unique on its page; the narrow picture adds a suffix of its own. */
  id: string
  title: string
  description: string
  width: number
  height: number
  /** Where each row of the chart's table stands from left to right, for reading the picture with a pointer. */
  rows?: readonly number[]
  /** Where the plot begins from above. */
  top?: number
}

/** Tenths of a unit are finer than a screen shows; NaN would make the browser drop the shape, so it is refused. */
export function tenth(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError('a picture was given a coordinate that is no number')
  return Math.round(value * 10) / 10
}

/** What d3-shape returns, as an attribute; nothing to draw is an empty path. */
function pathText(path: string | null): string {
  if (path?.includes('NaN')) throw new RangeError('a picture was given a path through no number')
  return path ?? ''
}

export function picture(frame: Frame, layers: readonly SafeHtml[]): SafeHtml {
  return drawing(frame, { role: 'img', layers })
}

/** A picture whose parts are links: its content stays reachable. */
export function linkedPicture(frame: Frame, layers: readonly SafeHtml[]): SafeHtml {
  return drawing(frame, { role: 'group', layers })
}

function drawing(
  { id, title, description, width, height, rows = [], top = 0 }: Frame,
  { role, layers }: { role: string; layers: readonly SafeHtml[] },
): SafeHtml {
  const frame = {
    id,
    viewBox: `0 0 ${tenth(width)} ${tenth(height)}`,
    role,
    'aria-labelledby': `${id}-title ${id}-text`,
    ...(rows.length > 0 ? { 'data-x': rows.map(tenth).join(' '), 'data-top': top } : {}),
  }
  const names = [
    element('title', { id: `${id}-title` }, [title]),
    element('desc', { id: `${id}-text` }, [description]),
  ]
  return element('svg', frame, [...names, ...layers])
}

/** One element: numbers rounded, texts escaped, and nothing between the tags that a picture does not need. */
export function element(
  name: string,
  attributes: Record<string, string | number>,
  children?: readonly (SafeHtml | string)[],
): SafeHtml {
  let tag = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    tag += ` ${key}="${typeof value === 'number' ? tenth(value) : escapeHtml(value)}"`
  }
  return new SafeHtml(children ? `${tag}>${children.map(escapeHtml).join('')}</${name}>` : `${tag}/>`)
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

type Point = readonly [x: number, y: number]

export function rect(className: string, { x, y, width, height }: Box, fill = ''): SafeHtml {
  const size = { width: Math.max(0, width), height: Math.max(0, height) }
  return element('rect', { class: className, ...(fill ? { fill } : {}), x, y, ...size })
}

export function path(className: string, d: string | null): SafeHtml {
  return element('path', { class: className, d: pathText(d) })
}

export function line(className: string, from: Point, to: Point): SafeHtml {
  return element('line', { class: className, x1: from[0], y1: from[1], x2: to[0], y2: to[1] })
}

export function text(className: string, [x, y]: Point, words: string): SafeHtml {
  return element('text', { class: className, x, y }, [words])
}

export function dot(className: string, [x, y]: Point, radius: number): SafeHtml {
  return element('circle', { class: className, cx: x, cy: y, r: radius })
}

export function group(className: string, children: readonly SafeHtml[]): SafeHtml {
  return element('g', { class: className }, children)
}

/** About how wide a text is: the screen's face runs close to 0.56 of its size per letter. */
export function textWidth(words: string, size = 12): number {
  return words.length * size * 0.56
}
