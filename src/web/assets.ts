/** Styles, scripts and fonts: an allow-list of files, each under an address that holds its hash. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Router } from 'express'
import { assets, type AssetPaths } from '../views/assets.js'

const require = createRequire(import.meta.url)
const fontFile = 'plus-jakarta-sans-latin-wght-normal.woff2'

/** In the order in which one may overrule another; served as one file. */
const pageStyles = ['tokens', 'base', 'frame', 'blocks', 'signs', 'tabs', 'timeline', 'answers', 'tables']
const formStyles = ['forms', 'form-pages', 'buttons', 'orders']
export const chartStyles = [
  'charts',
  'district-time-chart',
  'lanes',
  'verdict-chart',
  'pace-chart',
  'tiles',
  'small-charts',
]
const staffStyles = [...pageStyles, ...formStyles, ...chartStyles, 'paper']

export function assetRouter(root: string): Router {
  const own = (name: string) => path.join(root, 'views/assets', name)
  const router = Router()
  const font = serve(
    router,
    'jakarta.woff2',
    readFileSync(packaged(`@fontsource-variable/plus-jakarta-sans/files/${fontFile}`)),
  )
  const files: Record<keyof AssetPaths, string[]> = {
    staff: staffStyles.map(name => own(`${name}.css`)),
    partner: [own('partner.css')],
    script: [own('gaung.js')],
    htmx: [packaged('htmx.org/dist/htmx.min.js')],
  }
  for (const [name, parts] of Object.entries(files)) {
    const content = parts
      .map(file => readFileSync(file, 'utf8'))
      .join('\n')
      .replaceAll('/assets/jakarta.woff2', font)
    assets[name as keyof AssetPaths] = serve(
      router,
      `${name}${path.extname(parts[0]!)}`,
      Buffer.from(content),
    )
  }
  return router
}

function serve(router: Router, name: string, content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const { name: base, ext } = path.parse(name)
  const address = `/assets/${base}.${hash}${ext}`
  router.get(address, (_req, res) => {
    res.set('Cache-Control', 'public, max-age=31536000, immutable').type(ext).send(content)
  })
  return address
}

function packaged(file: string): string {
  const [scope, name] = file.split('/') as [string, string]
  const home = scope.startsWith('@') ? `${scope}/${name}` : scope
  return path.join(path.dirname(require.resolve(`${home}/package.json`)), file.slice(home.length))
}
