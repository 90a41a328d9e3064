/** The rules of charts for a file of their own: what a picture can use, with every colour and size written out. */

/** What an SVG reader other than a browser knows. */
const known =
  /^(?:fill|stroke|opacity|text-anchor|dominant-baseline|paint-order|font-weight|font-size|font-style|visibility)/

const frame = `
svg { font-family: 'Plus Jakarta Sans', 'Segoe UI', 'Liberation Sans', 'DejaVu Sans', sans-serif; font-size: 12px; }
.picture-ground { fill: #ffffff; }
.picture-title { font-size: 19px; font-weight: 600; }
.picture-text { font-size: 13px; }
.picture-source { font-size: 12px; }`

/** From the style sheets of the screens, on light ground: rules for narrower screens and for dark ones are left out. */
export function pictureStyle(tokens: string, sheets: readonly string[]): string {
  const values = new Map(
    [...(/:root\s*\{([^}]*)\}/.exec(tokens)?.[1] ?? '').matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(
      ([, name, value]) => [name!, value!.trim()] as const,
    ),
  )
  const rules = sheets.flatMap(sheet => rulesOf(sheet, values))
  return `${frame}\n${rules.join('\n')}\n`
}

interface Rule {
  selector: string
  lines: string[]
}

function rulesOf(sheet: string, values: ReadonlyMap<string, string>): string[] {
  const plain = withoutConditions(sheet.replaceAll(/\/\*[\s\S]*?\*\//g, ''))
  const rules = [...plain.matchAll(/([^{}]+)\{([^}]*)\}/g)].map(([, selector, body]): Rule => ({
    selector: selector!.trim(),
    lines: body!.split(';').map(line => resolved(line.trim(), values)),
  }))
  const scopes = rules.filter(({ lines }) => lines.some(line => line.startsWith('--')))
  return rules
    .flatMap(rule => [ruleText(rule), ...scopes.map(scope => withinScope(rule, scope))])
    .filter(Boolean)
}

function ruleText({ selector, lines }: Rule): string {
  const kept = lines.filter(line => known.test(line) && !line.includes('var('))
  return kept.length > 0 ? `${selector} { ${kept.join('; ')} }` : ''
}

/** A value that is set for a group only, as the colour of a lane, written out for what stands in that group. */
function withinScope({ selector, lines }: Rule, scope: Rule): string {
  const own = new Map(
    scope.lines.filter(line => line.startsWith('--')).map(line => line.split(/:\s*/) as [string, string]),
  )
  const changed = lines.filter(line => line.includes('var(')).map(line => resolved(line, own))
  return ruleText({ selector: `${scope.selector} ${selector}, ${scope.selector}${selector}`, lines: changed })
}

/** Whole blocks that begin with @, with what is nested in them. */
function withoutConditions(sheet: string): string {
  let text = ''
  let depth = 0
  let skipping = false
  for (const sign of sheet) {
    if (sign === '@' && depth === 0) skipping = true
    if (!skipping) text += sign
    if (sign === '{') depth++
    if (sign === '}') depth--
    if (skipping && depth === 0 && sign === '}') skipping = false
  }
  return text
}

function resolved(line: string, values: ReadonlyMap<string, string>): string {
  return line
    .replaceAll(/var\((--[\w-]+)\)/g, (whole, name: string) => values.get(name) ?? whole)
    .replaceAll(/([\d.]+)rem/g, (_, size: string) => `${Number(size) * 16}px`)
}
