import type { Route } from '../route.js'
import { figureRoutes } from './figures.js'
import { proposalRoutes } from './proposals.js'
import { splitRoutes } from './split.js'
import { boardRoutes } from './board.js'

export const targetRoutes: Route[] = [...boardRoutes, ...figureRoutes, ...splitRoutes, ...proposalRoutes]
