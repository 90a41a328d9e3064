/** Every page and every act of the product, by noun. */
import { languageRoutes } from './accounts/language.js'
import { passwordRoutes } from './accounts/passwords.js'
import { signInRoutes } from './accounts/sign-in.js'
import { userRoutes } from './accounts/users.js'
import type { Route } from './route.js'

export const routes: Route[] = [...signInRoutes, ...passwordRoutes, ...languageRoutes, ...userRoutes]
