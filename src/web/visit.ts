/** One request as a handler sees it: the app, who asks, in which language, and how to answer. */
import type { Request, Response } from 'express'
import type { App } from '../app.js'
import type { Actor, UserActor } from '../domain/actor.js'
import type { Contact } from '../domain/contact.js'
import { NotFound } from '../domain/errors.js'
import type { Link } from '../domain/link.js'
import type { Language, User } from '../domain/user.js'
import { words, type Words } from '../language/words.js'
import { formats, type Formats } from '../views/formats.js'
import type { Renderer } from '../views/render.js'

export interface Visit {
  app: App
  req: Request
  res: Response
  renderer: Renderer
  language: Language
  words: Words
  formats: Formats
  user: User | undefined
}

export interface StaffVisit extends Visit {
  user: User
  actor: UserActor
}

/** Through a secret address: whoever holds it may do what it is for. */
export interface LinkVisit extends Visit {
  link: Link
  token: string
}

export interface PartnerVisit extends LinkVisit {
  contact: Contact
  actor: Extract<Actor, { kind: 'contact' }>
}

export function inLanguage<V extends Visit>(visit: V, language: Language): V {
  const { zone } = visit.app.clock
  return { ...visit, language, words: words[language], formats: formats(language, zone) }
}

/** A part of the address; routes name it, so that it is there. */
export function param(visit: Visit, name: string): string {
  const value = visit.req.params[name]
  if (typeof value !== 'string') throw new NotFound(name)
  return value
}

/** A filter from the address; a repeated or missing one counts as empty. */
export function query(visit: Visit, name: string): string {
  const value = visit.req.query[name]
  return typeof value === 'string' ? value.slice(0, 200) : ''
}

export function found<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new NotFound(what)
  return thing
}
