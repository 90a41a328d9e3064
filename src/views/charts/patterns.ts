/** Textures, so that no state stands on colour alone. Their ids are unique with the picture's. */
import { html, type SafeHtml } from '../html.js'

export type Texture = 'dots' | 'hatch' | 'cross' | 'dense'

const strokes: Record<Texture, { size: number; d: string }> = {
  dots: { size: 6, d: 'M2,3h2M5,0h1M5,6h1M0,0h1M0,6h1' },
  hatch: { size: 5, d: 'M-1,1l2,-2M0,5l5,-5M4,6l2,-2' },
  cross: { size: 5, d: 'M0,5l5,-5M-1,1l2,-2M4,6l2,-2M0,0l5,5M-1,4l2,2M4,-1l2,2' },
  dense: { size: 3, d: 'M-1,1l2,-2M0,3l3,-3M2,4l2,-2' },
}

/** A texture with a name that other shapes fill themselves with; `className` colours its strokes. */
export function texture(id: string, kind: Texture, className: string): SafeHtml {
  const { size, d } = strokes[kind]
  return html`<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"
    ><path class="texture ${className}" d="${d}"
  /></pattern>`
}

export function defs(patterns: readonly SafeHtml[]): SafeHtml {
  return html`<defs>${[...patterns]}</defs>`
}

/** A box filled with a texture; its class gives the outline. */
export function textured(
  className: string,
  id: string,
  box: { x: string | number; y: string | number; width: string | number; height: string | number },
): SafeHtml {
  return html`<rect
    class="${className}"
    fill="url(#${id})"
    x="${box.x}"
    y="${box.y}"
    width="${box.width}"
    height="${box.height}"
  />`
}
