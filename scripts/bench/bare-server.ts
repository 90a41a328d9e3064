/** What the web pages are compared with: Express and EJS, one row of the same database, and nothing else. */
import Database from 'better-sqlite3'
import ejs from 'ejs'
import express from 'express'
import type { AddressInfo } from 'node:net'

const database = new Database(process.argv[2], { readonly: true })
const one = database.prepare('select name, objective, first_day, last_day from campaigns order by id limit 1')
const page = ejs.compile(
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><title><%= name %></title></head>
<body><main><h1><%= name %></h1><p><%= objective %></p><p><%= first_day %> <%= last_day %></p></main></body></html>`,
)

const server = express()
server.get('/', (_req, res) => void res.type('html').send(page(one.get() as ejs.Data)))
const listening = server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(listening.address() as AddressInfo).port}\n`)
})
process.on('SIGTERM', () => process.exit(0))
