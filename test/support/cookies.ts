/** A cookie jar for one site: keeps what it is given, forgets what has expired. */
export class Cookies {
  readonly #kept = new Map<string, string>()

  take(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair, ...attributes] = line.split(/;\s*/) as [string, ...string[]]
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
      const expires = attributes.find(attribute => /^expires=/i.test(attribute))
      if (expires && Date.parse(expires.slice('expires='.length)) <= Date.now()) this.#kept.delete(name)
      else this.#kept.set(name, value)
    }
  }

  get(name: string): string | undefined {
    return this.#kept.get(name)
  }

  set(name: string, value: string): void {
    this.#kept.set(name, value)
  }

  get header(): Record<string, string> {
    const pairs = [...this.#kept].map(([name, value]) => `${name}=${value}`)
    return pairs.length > 0 ? { Cookie: pairs.join('; ') } : {}
  }
}
