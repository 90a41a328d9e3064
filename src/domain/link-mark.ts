/** A mail is kept with a mark where a link's secret goes (`/p/link:<id>`); only what is sent holds the secret. */
const mark = /link:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/g

export function linkMark(linkId: string): string {
  return `link:${linkId}`
}

/** Puts something in the place of every mark: the secret, for whoever may have it, or a sign that hides it. */
export function fillLinkMarks(text: string, fill: (linkId: string) => string): string {
  return text.replace(mark, (_, id: string) => fill(id))
}

export function holdsLinkMark(text: string): boolean {
  return text.search(mark) >= 0
}
