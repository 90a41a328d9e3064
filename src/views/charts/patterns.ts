/** Textures, so that no state stands on colour alone. Their ids are unique with the picture's. */
import type { SafeHtml } from '../html.js'
import { element, path, rect, type Box } from './svg.js'

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
  const tile = { id, width: size, height: size, patternUnits: 'userSpaceOnUse' }
  return element('pattern', tile, [path(`texture ${className}`, d)])
}

export function defs(patterns: readonly SafeHtml[]): SafeHtml {
  return element('defs', {}, patterns)
}

/** A box filled with a texture; its class gives the outline. */
export function textured(className: string, textureId: string, box: Box): SafeHtml {
  return rect(className, box, `url(#${textureId})`)
}
