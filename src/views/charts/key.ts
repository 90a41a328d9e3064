/** Swatches of a chart's key: the same marks as in the picture, small. */
import { html, type SafeHtml } from '../html.js'

export interface KeyEntry {
  swatch: SafeHtml
  label: string
}

/** A swatch is 18 × 12; what it shows is drawn with the picture's own classes. */
export function keyEntry(label: string, ...marks: SafeHtml[]): KeyEntry {
  return { label, swatch: html`<svg viewBox="0 0 18 12" aria-hidden="true">${marks}</svg>` }
}
