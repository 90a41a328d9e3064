import { z } from 'zod'
import { roles } from '../../domain/access.js'
import { choice, email, text } from '../form-fields.js'

const secret = () => z.string({ error: 'required' }).min(1, 'required').max(200, 'too-long:most=200')

export const SignInForm = z.strictObject({
  email: email(),
  password: secret(),
  next: z.string().max(2000).default(''),
})
export const ForgottenForm = z.strictObject({ email: email() })
export const NewPasswordForm = z.strictObject({ password: secret(), again: secret() })
export const ChangePasswordForm = z.strictObject({ current: secret(), password: secret(), again: secret() })
export const AccountForm = z.strictObject({ name: text(100), language: choice(['id', 'en']) })
export const DigestForm = z.strictObject({ wanted: choice(['yes', 'no']) })
export const InvitationForm = z.strictObject({
  name: text(100),
  email: email(),
  role: choice(roles),
  language: choice(['id', 'en']),
})
export const SetupForm = z.strictObject({
  officeName: text(100),
  name: text(100),
  email: email(),
  password: secret(),
  again: secret(),
})
export const LanguageForm = z.strictObject({
  language: choice(['id', 'en']),
  next: z.string().max(2000).default('/'),
})
