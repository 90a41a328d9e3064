/** Visits the application as a browser without JavaScript does: one page at a time, each of them checked when it opens. */
import { parse, type HTMLElement } from 'node-html-parser'
import { Cookies } from './cookies.js'
import { filledForm, findForm, type Values } from './form.js'
import { lintPage } from './lint-page.js'

type Body = NonNullable<RequestInit['body']>

interface Sending {
  method?: 'GET' | 'HEAD' | 'POST'
  body?: Body
  headers?: Record<string, string>
}

export class Visitor {
  readonly cookies = new Cookies()
  /** Where requests seem to come from, behind a trusted proxy. */
  address: string | undefined
  status = 0
  headers = new Headers()
  /** The page that is open, with its query. */
  path = '/'
  html = ''
  bytes: Buffer = Buffer.alloc(0)
  readonly #base: string
  readonly #language: string

  constructor(base: string, language: 'id' | 'en' = 'id') {
    this.#base = base
    this.#language = language
  }

  /** Opens a page and goes wherever it leads. */
  async open(path: string): Promise<this> {
    return this.#arrive(path, await this.send(path))
  }

  /** Fills in the form with this button, on the page that is open, and sends it. */
  async submit(button: string, values: Values = {}, { near }: { near?: string } = {}): Promise<this> {
    const { action, method, body } = filledForm(findForm(this.dom, button, { near }), values)
    const path = local(new URL(action, this.#base + this.path))
    if (method === 'get')
      return this.open(`${path.split('?')[0]}?${new URLSearchParams(body as URLSearchParams).toString()}`)
    return this.post(path, body)
  }

  /** Sends a form that may not stand on any page. */
  async post(path: string, body: Body | Record<string, string>): Promise<this> {
    const isPlain = Object.getPrototypeOf(body) === Object.prototype
    const content = isPlain ? new URLSearchParams(body as Record<string, string>) : (body as Body)
    return this.#arrive(path, await this.send(path, { method: 'POST', body: content }))
  }

  /** Follows the link with this text. */
  async follow(text: string): Promise<this> {
    const found = this.all('a').filter(link => textOf(link) === text)
    const addresses = new Set(found.map(link => link.getAttribute('href')!))
    if (addresses.size !== 1) throw new Error(`${this.path} has ${addresses.size} different links "${text}"`)
    return this.open(local(new URL([...addresses][0]!, this.#base + this.path)))
  }

  /** One request, nothing followed and nothing checked. */
  async send(path: string, { method = 'GET', body, headers }: Sending = {}): Promise<Response> {
    const response = await fetch(this.#base + path, {
      method,
      redirect: 'manual',
      headers: {
        'Accept-Language': this.#language,
        'Sec-Fetch-Site': method === 'POST' ? 'same-origin' : 'none',
        Referer: this.#base + this.path,
        ...(method === 'POST' ? { Origin: this.#base } : {}),
        ...(this.address ? { 'X-Forwarded-For': this.address } : {}),
        ...this.cookies.header,
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    })
    this.cookies.take(response)
    return response
  }

  get dom(): HTMLElement {
    return parse(this.html)
  }

  /** What a person reads in the page itself, without the navigation around it. */
  get text(): string {
    return textOf(this.find('main'))
  }

  find(selector: string): HTMLElement {
    const found = this.dom.querySelector(selector)
    if (!found) throw new Error(`${this.path} has no ${selector}`)
    return found
  }

  all(selector: string): HTMLElement[] {
    return this.dom.querySelectorAll(selector)
  }

  async #arrive(path: string, response: Response, hops = 0): Promise<this> {
    const location = response.headers.get('location')
    if (location && response.status >= 300 && response.status < 400) {
      if (hops === 5) throw new Error(`${path} leads on and on`)
      await response.arrayBuffer()
      const next = local(new URL(location, this.#base + path))
      return this.#arrive(next, await this.send(next), hops + 1)
    }
    this.path = path
    this.status = response.status
    this.headers = response.headers
    this.bytes = Buffer.from(await response.arrayBuffer())
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false
    this.html = isPage ? this.bytes.toString() : ''
    if (isPage) lintPage(path, this.html)
    return this
  }
}

export function textOf(element: HTMLElement): string {
  return element.textContent.replace(/\s+/g, ' ').trim()
}

function local(url: URL): string {
  return url.pathname + url.search
}
