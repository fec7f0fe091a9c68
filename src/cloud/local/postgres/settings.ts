export type Settings = { port: number; durable: boolean }

/** The whole postgresql.conf, written anew at each start: nothing depends on what an older version left there. */
export function settingsFile({ port, durable }: Settings): string {
  const lines = [
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    'max_connections = 100',
    'shared_buffers = 64MB',
    'dynamic_shared_memory_type = ' + (process.platform === 'win32' ? 'windows' : 'posix'),
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    // Statements and their values hold names and phone numbers: the log must show neither.
    "log_statement = 'none'",
    'log_min_duration_statement = -1',
    'log_min_error_statement = panic',
    'log_parameter_max_length = 0',
    'log_parameter_max_length_on_error = 0',
    'log_error_verbosity = terse',
    // An error's own text may quote a value too ("invalid input syntax ..."): the caller gets it, the log does not.
    'log_min_messages = log',
  ]
  if (!durable) lines.push('fsync = off', 'synchronous_commit = off', 'full_page_writes = off')
  return lines.join('\n') + '\n'
}
