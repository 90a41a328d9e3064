/** What a TypeScript file imports, read without a compiler (TypeScript 7 has no API to ask). */

export interface Import {
  from: string
  line: number
  /** Gone when compiled. */
  typeOnly: boolean
}

const strings = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/
const stringsAndComments = new RegExp(`(${strings.source})|//[^\\n]*|/\\*[\\s\\S]*?\\*/`, 'g')

const patterns = [
  /^[ \t]*(?:import|export)\b(?<type>\s+type\b)?[^'"`;=]*?\bfrom\s*['"](?<from>[^'"]+)['"]/gm,
  /^[ \t]*import\s*['"](?<from>[^'"]+)['"]/gm,
  /\bimport\(\s*['"`](?<from>[^'"`$]+)['"`]/g,
  /\brequire(?:\.resolve)?\(\s*['"`](?<from>[^'"`$]+)['"`]/g,
  /\bnew URL\(\s*['"`](?<from>\.[^'"`]+)['"`]\s*,\s*import\.meta\.url/g,
]

export function importsOf(source: string): Import[] {
  const code = withoutComments(source)
  return patterns.flatMap(pattern =>
    [...code.matchAll(pattern)].map(({ groups, index, 0: whole }) => ({
      from: groups!['from']!,
      line: lineAt(code, index + whole.length),
      typeOnly: Boolean(groups!['type']),
    })),
  )
}

/** Where a pattern stands in the code proper, outside of strings and comments. */
export function linesWith(source: string, what: RegExp): number[] {
  const code = withoutComments(source).replace(new RegExp(strings, 'g'), text => text.replace(/[^\n]/g, ' '))
  return [...code.matchAll(new RegExp(what, 'g'))].map(found => lineAt(code, found.index))
}

function withoutComments(source: string): string {
  return source.replace(stringsAndComments, (whole, text?: string) => text ?? whole.replace(/[^\n]/g, ' '))
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
