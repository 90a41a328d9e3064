/** Reads and compiles the EJS views; the only impure file of this ring. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import ejs from 'ejs'
import { escapeHtml, SafeHtml } from './html.js'
import type { Views } from './registry.js'

export interface Renderer {
  <Name extends keyof Views>(name: Name, model: Views[Name]): SafeHtml
}

export function createRenderer(folder: string, options: { reload: boolean }): Renderer {
  const compiled = new Map<string, ejs.TemplateFunction>()

  function template(name: string): ejs.TemplateFunction {
    const known = compiled.get(name)
    if (known && !options.reload) return known
    const filename = path.join(folder, `${name}.ejs`)
    const made = ejs.compile(withoutBlankLines(readFileSync(filename, 'utf8')), {
      filename,
      root: folder,
      views: [folder],
      strict: true,
      localsName: 'view',
      escape: escapeHtml,
      rmWhitespace: true,
      cache: !options.reload,
      compileDebug: options.reload,
    })
    compiled.set(name, made)
    return made
  }

  return (name, model) => new SafeHtml(template(name)(model))
}

/** A line that holds only a condition or a loop leaves no empty line behind. */
function withoutBlankLines(source: string): string {
  return source.replace(/^(\s*<%(?![=#-])(?:(?!%>).)*)(?<![-_])%>$/gm, '$1-%>')
}
