/** Pieces of SVG text. Every coordinate is finite and rounded; every word is escaped. */
import { html, type SafeHtml } from '../html.js'

/** A picture is drawn twice: for a desk and paper, and for a phone. */
export type Size = 'wide' | 'narrow'

export interface Frame {
  /** Unique on its page; the narrow picture adds a suffix of its own. */
  id: string
  title: string
  description: string
  width: number
  height: number
}

/** Tenths of a unit are finer than a screen shows; NaN would make the browser drop the shape, so it is refused. */
export function tenth(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError('a picture was given a coordinate that is no number')
  return Math.round(value * 10) / 10
}

/** What d3-shape returns, as an attribute; nothing to draw is an empty path. */
export function pathText(path: string | null): string {
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
  { id, title, description, width, height }: Frame,
  { role, layers }: { role: string; layers: readonly SafeHtml[] },
): SafeHtml {
  return html`<svg
    viewBox="0 0 ${tenth(width)} ${tenth(height)}"
    role="${role}"
    aria-labelledby="${id}-title ${id}-text"
  >
    <title id="${id}-title">${title}</title>
    <desc id="${id}-text">${description}</desc>
    ${[...layers]}
  </svg>`
}

export function rect(
  className: string,
  box: { x: number; y: number; width: number; height: number },
): SafeHtml {
  const { x, y, width, height } = box
  return html`<rect
    class="${className}"
    x="${tenth(x)}"
    y="${tenth(y)}"
    width="${tenth(Math.max(0, width))}"
    height="${tenth(Math.max(0, height))}"
  />`
}

export function path(className: string, d: string | null): SafeHtml {
  return html`<path class="${className}" d="${pathText(d)}" />`
}

export function line(
  className: string,
  from: readonly [number, number],
  to: readonly [number, number],
): SafeHtml {
  return html`<line
    class="${className}"
    x1="${tenth(from[0])}"
    y1="${tenth(from[1])}"
    x2="${tenth(to[0])}"
    y2="${tenth(to[1])}"
  />`
}

export function text(className: string, [x, y]: readonly [number, number], words: string): SafeHtml {
  return html`<text class="${className}" x="${tenth(x)}" y="${tenth(y)}">${words}</text>`
}

export function dot(className: string, [x, y]: readonly [number, number], radius: number): SafeHtml {
  return html`<circle class="${className}" cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(radius)}" />`
}

export function group(className: string, children: readonly SafeHtml[]): SafeHtml {
  return html`<g class="${className}">${[...children]}</g>`
}

/** About how wide a text is: the screen's face runs close to 0.56 of its size per letter. */
export function textWidth(words: string, size = 12): number {
  return words.length * size * 0.56
}
