/** The description of the interface, made from the routes themselves (OpenAPI 3.1). */
import { z } from 'zod'
import { apiRoot, type ApiRoute } from './api-route.js'
import { ProblemAnswer } from './schemas.js'

const version = '1.0.0'

const refusals: Record<string, string> = {
  '400': 'The body is no JSON',
  '401': 'No key, or one that opens nothing any more',
  '403': 'The key may not do this',
  '409': 'Something else was changed meanwhile; send it again',
  '413': 'The body is too large',
  '415': 'The body is not application/json',
  '422': 'What is wrong is told by its place; nothing was changed',
  '429': 'Too many requests; Retry-After says how many seconds to wait',
}

export function describeApi(routes: readonly ApiRoute[], address: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operation(route)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gaung',
      version,
      description: 'Registrations in, results out.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: address + apiRoot }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key an administrator has made' },
      },
      schemas: { Problem: schemaOf(ProblemAnswer) },
    },
  }
}

function operation({ method, path, scope, summary, query, body, answer }: ApiRoute) {
  return {
    operationId: `${method}${path.replaceAll('/', '-')}`,
    summary,
    description: `Needs a key with the scope ${scope}.`,
    ...(query ? { parameters: parametersOf(query) } : {}),
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }
      : {}),
    responses: {
      '200': { description: 'Done', content: { 'application/json': { schema: schemaOf(answer) } } },
      ...Object.fromEntries(
        Object.entries(refusals).map(([status, description]) => [status, problem(description)]),
      ),
    },
  }
}

function problem(description: string) {
  const schema = { $ref: '#/components/schemas/Problem' }
  return { description, content: { 'application/problem+json': { schema } } }
}

function parametersOf(query: z.ZodType) {
  const { properties = {}, required = [] } = schemaOf(query) as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function schemaOf(schema: z.ZodType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}
