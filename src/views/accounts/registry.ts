import type { FormPage } from './forms.js'
import type { UsersPage } from './users.js'
import type { AccountPage } from './account.js'

export interface AccountViews {
  'accounts/form': FormPage
  'accounts/users': UsersPage
  'accounts/account': AccountPage
}
