import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { readConfig, variables, WrongConfiguration } from '../src/config.js'
import { newFolder } from './support/folders.js'

const read = (env: Record<string, string>, options?: { demo: boolean }) =>
  readConfig({ GAUNG_DATA: newFolder(), ...env }, options)

/** What the settings that are wrong are told. */
function complaints(env: Record<string, string>): string {
  try {
    read(env)
  } catch (error) {
    expect(error).to.be.instanceOf(WrongConfiguration)
    return (error as Error).message
  }
  throw new Error(`taken: ${JSON.stringify(env)}`)
}

describe('The settings', () => {
  it('have a default where one is possible', () => {
    const config = read({})
    expect(config).to.include({
      port: 3000,
      host: '127.0.0.1',
      zone: 'Asia/Jakarta',
      logLevel: 'info',
      mode: 'production',
    })
    expect(config.databaseUrl).to.equal(`sqlite:${path.join(config.dataFolder, 'gaung.sqlite')}`)
    expect(Object.isFrozen(config)).to.equal(true)
  })

  const wrong: Record<string, string[]> = {
    PORT: ['many', '-1', '65536', '80.5'],
    GAUNG_URL: ['gaung.example', 'ftp://gaung.example', 'javascript:alert(1)'],
    DATABASE_URL: ['mysql://here/there', 'gaung.sqlite'],
    GAUNG_SECRET: ['short'],
    GAUNG_TIMEZONE: ['Lampung', 'GMT+25'],
    SMTP_URL: ['mail.example:25', 'https://mail.example'],
    MAIL_FROM: ['x'],
    GAUNG_PROXIES: ['-1', 'all'],
    LOG_LEVEL: ['loud'],
    NODE_ENV: ['staging'],
  }
  for (const [name, values] of Object.entries(wrong)) {
    it(`refuse a wrong ${name} by its name`, () => {
      for (const value of values)
        expect(complaints({ [name]: value }), value).to.match(new RegExp(`^ {2}${name}: .+$`))
    })
  }

  it('name every wrong one at once', () => {
    const lines = complaints({ PORT: 'many', LOG_LEVEL: 'loud', SMTP_URL: 'x' }).split('\n')
    expect(lines.map(line => line.trim().split(':')[0])).to.deep.equal(['PORT', 'SMTP_URL', 'LOG_LEVEL'])
  })

  it('count an empty one as not set', () => {
    expect(read({ PORT: '', SMTP_URL: '', DATABASE_URL: '' })).to.include({ port: 3000, smtpUrl: undefined })
  })

  it('say in the README what each is for', () => {
    for (const [name, field] of Object.entries(variables.shape))
      expect(field.description, name).to.be.a('string')
  })

  it('keep a secret of the installation that only its owner reads, and keep the same one', () => {
    const folder = newFolder()
    const { secret } = readConfig({ GAUNG_DATA: folder })
    expect(secret).to.match(/^[0-9a-f]{64}$/)
    expect(readConfig({ GAUNG_DATA: folder }).secret).to.equal(secret)
    expect(statSync(path.join(folder, 'secret')).mode & 0o077).to.equal(0)
    expect(readFileSync(path.join(folder, 'secret'), 'utf8')).to.equal(secret)
  })

  it('make the data folder, for its owner alone', () => {
    const folder = path.join(newFolder(), 'fresh')
    readConfig({ GAUNG_DATA: folder })
    expect(statSync(folder).mode & 0o077).to.equal(0)
  })

  it('keep the demo apart: its own folder, its own database, no mail to anybody', () => {
    const folder = newFolder()
    const env = {
      GAUNG_DATA: folder,
      DATABASE_URL: 'postgres://office/gaung',
      SMTP_URL: 'smtp://mail.example',
    }
    const config = readConfig(env, { demo: true })
    expect(config.dataFolder).to.equal(path.join(folder, 'demo'))
    expect(config.databaseUrl).to.equal(`sqlite:${path.join(folder, 'demo', 'gaung.sqlite')}`)
    expect([config.smtpUrl, config.demo]).to.deep.equal([undefined, true])
    expect(existsSync(path.join(folder, 'gaung.sqlite'))).to.equal(false)
  })
})
