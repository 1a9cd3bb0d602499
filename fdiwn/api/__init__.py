"""The vocabulary that window, commands and engine share: options, records, errors. Light."""
