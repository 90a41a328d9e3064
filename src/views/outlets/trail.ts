import type { Outlet } from '../../domain/outlet.js'
import type { Words } from '../../language/words.js'
import type { Crumb } from '../page.js'
import { paths } from '../paths.js'

export function outletTrail(words: Words, outlet?: Outlet): Crumb[] {
  const all = { label: words.outlets.title, href: paths.outlets }
  return outlet ? [all, { label: outlet.name, href: paths.outlet(outlet.id) }] : [all]
}
