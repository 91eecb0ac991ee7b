import { describe, expect, test } from 'vitest'

import { readUsers } from './read-users.ts'

describe('users are read', () => {
  test('from an array, from a config file, and one alone', () => {
    const users = [{ username: 'erin' }]
    expect(readUsers(JSON.stringify(users))).toEqual({ users })
    expect(readUsers(`\uFEFF ${JSON.stringify({ clients: [], users })}`)).toEqual({ users })
    expect(readUsers('{"username":"erin"}')).toEqual({ users })
  })

  test('from a table: the columns that are no claims, lists, truth values, and what is empty', () => {
    const table = [
      'username,password,name,email_verified,roles,updated_at,address,team',
      'erin,"a,b ""c""",Erin É 😀,TRUE,admin; editor,1700000000,"Rue 1\nParis",blue',
      '',
      'frank,,,,,,,',
    ].join('\r\n')
    expect(readUsers(table)).toEqual({
      users: [
        {
          username: 'erin',
          password: 'a,b "c"',
          claims: {
            name: 'Erin É 😀',
            email_verified: true,
            roles: ['admin', 'editor'],
            updated_at: 1_700_000_000,
            address: { formatted: 'Rue 1\nParis' },
            team: 'blue',
          },
        },
        { username: 'frank' },
      ],
    })
  })

  test('from a table of a spreadsheet that separates otherwise', () => {
    expect(readUsers('username;name\nerin;Erin')).toEqual({ users: [{ username: 'erin', claims: { name: 'Erin' } }] })
    expect(readUsers('username\nerin')).toEqual({ users: [{ username: 'erin' }] })
  })
})

describe('it is said why there are none', () => {
  test.each([
    ['', 'nothing in it'],
    ['[{', 'not JSON'],
    ['{"user":[]}', 'no users in it'],
    ['name,email\nErin,e@example.test', 'a column username'],
    ['username,name,name\nerin,a,b', 'name twice'],
    ['username,name\nerin,a,b', 'Line 2'],
    ['username,name\nerin,"a', 'not closed'],
    ['<script>alert(1)</script>', 'neither JSON nor a table'],
  ])('%j', (text, problem) => {
    expect(readUsers(text)).toEqual({ problem: expect.stringContaining(problem) })
  })
})
