/** What must be true of every page, whoever it is for. A page that breaks a rule fails the test that opened it. */
import { parse, type HTMLElement } from 'node-html-parser'

export function lintPage(path: string, html: string): void {
  const found = problemsOf(html)
  if (found.length > 0) throw new Error(`${path} is not a good page:\n  ${found.join('\n  ')}`)
}

export function problemsOf(html: string): string[] {
  const page = parse(html, { comment: true, blockTextElements: { script: true, style: true, pre: true } })
  return [
    ...frame(page),
    ...ids(page),
    ...fields(page),
    ...controls(page),
    ...inline(page),
    ...mistakes(page, html),
  ]
}

function frame(page: HTMLElement): string[] {
  const headings = page.querySelectorAll('h1')
  return [
    headings.length === 1 && says(headings[0])
      ? ''
      : `it has ${headings.length} h1 with ${headings.map(says).join(' | ')}`,
    says(page.querySelector('title')) ? '' : 'its title is empty',
    /^(id|en)$/.test(page.querySelector('html')?.getAttribute('lang') ?? '') ? '' : 'it names no language',
    page.querySelectorAll('main').length === 1 ? '' : 'it has not one main part',
  ].filter(Boolean)
}

/** Every id once, and whatever names an id finds it. */
function ids(page: HTMLElement): string[] {
  const all = page.querySelectorAll('[id]').map(element => element.id)
  const twice = all.filter((id, index) => all.indexOf(id) !== index)
  const named = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls'].flatMap(attribute =>
    page.querySelectorAll(`[${attribute}]`).flatMap(element => element.getAttribute(attribute)!.split(/\s+/)),
  )
  const anchors = page.querySelectorAll('a[href^="#"]').map(link => link.getAttribute('href')!.slice(1))
  const lost = [...named, ...anchors].filter(id => !all.includes(id))
  return [...twice.map(id => `the id "${id}" occurs twice`), ...lost.map(id => `nothing has the id "${id}"`)]
}

function fields(page: HTMLElement): string[] {
  const shown = page
    .querySelectorAll('input, select, textarea')
    .filter(field => field.getAttribute('type') !== 'hidden')
  const unlabelled = shown.filter(field => {
    const label = field.closest('label') ?? (field.id ? page.querySelector(`label[for="${field.id}"]`) : null)
    return !says(label) && !field.getAttribute('aria-label') && !field.getAttribute('aria-labelledby')
  })
  const forms = page.querySelectorAll('form').filter(form => !form.getAttribute('action'))
  return [
    ...unlabelled.map(field => `no label for ${shape(field)}`),
    ...forms.map(form => `no action: ${shape(form)}`),
  ]
}

function controls(page: HTMLElement): string[] {
  const silent = page.querySelectorAll('a, button, summary, th, legend, caption').filter(element => {
    const named = element.getAttribute('aria-label') ?? element.querySelector('svg title, img[alt]')
    return !says(element) && !named && !(element.tagName === 'TH' && !element.hasAttribute('scope'))
  })
  const nowhere = page.querySelectorAll('a').filter(link => !link.getAttribute('href'))
  return [
    ...silent.map(it => `says nothing: ${shape(it)}`),
    ...nowhere.map(it => `leads nowhere: ${shape(it)}`),
  ]
}

/** The content security policy forbids these; a page that needs them is broken in the browser. */
function inline(page: HTMLElement): string[] {
  const scripts = page.querySelectorAll('script').filter(script => !script.getAttribute('src'))
  const handlers = page.querySelectorAll('*').flatMap(element =>
    Object.keys(element.attributes)
      .filter(name => name === 'style' || /^on[a-z]+$/.test(name))
      .map(name => `inline ${name} on ${shape(element)}`),
  )
  return [...[...scripts, ...page.querySelectorAll('style')].map(it => `inline ${shape(it)}`), ...handlers]
}

function mistakes(page: HTMLElement, html: string): string[] {
  const shown = [says(page), ...html.matchAll(/\s[a-z-]+="([^"]*)"/g)].map(part =>
    typeof part === 'string' ? part : part[1]!,
  )
  return [/\bundefined\b/, /\bNaN\b/, /\[object /, /\bnull\b/, /Invalid Date/, /<%|%>/]
    .filter(pattern => shown.some(text => pattern.test(text)))
    .map(pattern => `it prints ${pattern.source}`)
}

function says(element: HTMLElement | null | undefined): string {
  return element?.textContent.replace(/\s+/g, ' ').trim() ?? ''
}

function shape(element: HTMLElement): string {
  return element.outerHTML.replace(/\s+/g, ' ').slice(0, 120)
}
