import { appendFileSync, cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { asTypeScript, viewProblems } from '../../scripts/check-views.js'
import { newFolder } from '../support/folders.js'

/** A copy of what the check reads, in which anything may be broken. */
function copyOfTheTree(): string {
  const root = newFolder('views')
  for (const part of ['src', 'views', 'package.json', 'tsconfig.json'])
    cpSync(part, path.join(root, part), { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'))
  return root
}

describe('The check of the views', function () {
  this.timeout(60_000)
  let root: string
  let asItIs: string[]
  const planted = () => viewProblems(root).filter(problem => !asItIs.includes(problem))
  const view = (name: string) => path.join(root, 'views', `${name}.ejs`)
  const linesOf = (name: string) => readFileSync(view(name), 'utf8').split('\n').length

  before(() => {
    root = copyOfTheTree()
    asItIs = viewProblems(root)
  })

  it('finds nothing wrong in the real tree', () => {
    expect(asItIs).to.deep.equal([])
  })

  it('reports every planted mistake with its file and line', () => {
    const line = linesOf('accounts/form')
    const mistakes = [
      '<%= view.titel %>',
      '<%= view.fields %>',
      '<%- view.title %>',
      `<%- include('/components/tag', { label: 'x', tone: 'loud' }) %>`,
      `<%- include('/components/nothing', {}) %>`,
      '<% for (const field of view.fields) { %><%= field.lable %><% } %>',
      '<%= view.aside.href %>',
    ]
    appendFileSync(view('accounts/form'), `${mistakes.join('\n')}\n`)
    const found = planted().map(problem => problem.split(' ')[0])
    expect(found).to.deep.equal(mistakes.map((_, index) => `views/accounts/form.ejs:${line + index}`))
  })

  it('reports a view that is not registered, and a registered view that has no file', () => {
    cpSync('views', path.join(root, 'views'), { recursive: true })
    writeFileSync(view('accounts/stray'), '<p><%= view.title %></p>\n')
    rmSync(view('accounts/users'))
    expect(planted()).to.have.members([
      'views/accounts/stray.ejs:1 is not in src/views/registry.ts',
      'src/views/registry.ts names accounts/users, and views/accounts/users.ejs is missing',
    ])
  })

  it('keeps the line numbers of a view', () => {
    const lines = asTypeScript(
      'errors/show',
      '<p>\n<%# two\nlines %>\n<% if (view.text) { %>\n<%= view.text %>\n<% } %>\n',
    ).split('\n')
    expect(lines[4]).to.contain(';print( view.text );')
  })
})
