import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { html } from '../../src/views/html.js'
import { createRenderer, type Renderer } from '../../src/views/render.js'
import { newFolder } from '../support/folders.js'

describe('A view', () => {
  const folder = newFolder()
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, `${name}.ejs`), text)
  }
  const render = (name: string, model: unknown, reload = true) =>
    (createRenderer(folder, { reload }) as unknown as (name: string, model: unknown) => ReturnType<Renderer>)(
      name,
      model,
    ).toString()

  it('escapes what people wrote, and passes what is safe already', () => {
    write('said', '<p title="<%= view.text %>"><%= view.text %><%= view.safe %></p>')
    expect(render('said', { text: `<b>"'&`, safe: html`<i>ok</i>` })).to.equal(
      '<p title="&lt;b&gt;&quot;&#39;&amp;">&lt;b&gt;&quot;&#39;&amp;<i>ok</i></p>',
    )
  })

  it('refuses to print what is no text, and says where', () => {
    write('parts/wrong', '<p>one</p>\n<p><%= view.missing %></p>')
    write('page', "<h1>page</h1>\n<%- include('/parts/wrong', view.part) %>")
    const attempt = () => render('page', { part: {} })
    expect(attempt).to.throw('parts/wrong.ejs:2: a view tried to print undefined')
    write('whole', '<%= view.part %>')
    for (const part of [null, {}, new Date(0), true, Number.NaN]) {
      expect(() => render('whole', { part })).to.throw('a view tried to print')
    }
  })

  it('sees its own model only, not that of the page around it', () => {
    write('parts/note', "<p><%= view.note ?? 'none' %></p>")
    write('parts/box', "<div><%- include('/parts/note', view.inner) %></div>")
    write('outer', "<%= view.note %><%- include('/parts/box', { inner: {}, note: 'of the box' }) %>")
    expect(render('outer', { note: 'of the page' })).to.equal('of the page<div><p>none</p></div>')
  })

  it('leaves no empty lines where conditions stood', () => {
    write(
      'list',
      '<ul>\n<% for (const item of view.items) { %>\n<% if (item) { %>\n<li><%= item %></li>\n<% } %>\n<% } %>\n</ul>',
    )
    expect(render('list', { items: ['a', '', 'b'] })).to.equal('<ul>\n<li>a</li>\n<li>b</li>\n</ul>')
  })

  it('is read again when it changed, where screens are built, and kept otherwise', () => {
    for (const [reload, wanted] of [
      [true, 'new'],
      [false, 'old'],
    ] as const) {
      write('changing', 'old')
      const renderer = createRenderer(folder, { reload }) as unknown as (
        name: string,
        model: unknown,
      ) => unknown
      renderer('changing', {})
      write('changing', 'new')
      expect(String(renderer('changing', {}))).to.equal(wanted)
    }
  })
})
