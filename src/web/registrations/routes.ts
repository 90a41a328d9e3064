import type { Route } from '../route.js'
import { importRoutes } from './imports.js'
import { previewRoutes } from './previews.js'
import { tableRoutes } from './table.js'

export const registrationRoutes: Route[] = [...tableRoutes, ...importRoutes, ...previewRoutes]
