import { html, type SafeHtml } from '../html.js'

const address = /(https?:\/\/[^\s<>"]+)/

/** A mail's text with its addresses as links; where secrets are hidden, the addresses lead nowhere and stay text. */
export function linkedText(text: string, asLinks: boolean): SafeHtml {
  const parts = text.split(address)
  return html`${parts.map((part, i) => (asLinks && i % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))}`
}
