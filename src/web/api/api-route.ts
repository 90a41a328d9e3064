/** The interface for programs: routes as data, from which the description is made and the server is built. */
import type { Request } from 'express'
import type { z } from 'zod'
import type { App } from '../../app.js'
import type { Actor } from '../../domain/actor.js'
import type { ApiScope } from '../../domain/api-token.js'
import type { Visit } from '../visit.js'

/** One request of a program, with its input read and checked. */
export interface ApiCall<Query = unknown, Body = unknown> {
  app: App
  req: Request
  actor: Actor
  query: Query
  body: Body
  visit: Visit
}

export interface ApiRoute<Query extends z.ZodType = z.ZodType, Body extends z.ZodType = z.ZodType> {
  method: 'get' | 'post'
  path: string
  scope: ApiScope
  summary: string
  query?: Query
  body?: Body
  answer: z.ZodType
  handle(call: ApiCall<z.output<Query>, z.output<Body>>): Promise<unknown>
}

/** Keeps the types of a route's input together; afterwards it is one of many. */
export function apiRoute<Query extends z.ZodType, Body extends z.ZodType>(
  route: ApiRoute<Query, Body>,
): ApiRoute {
  return route
}

export const apiRoot = '/api/v1'
