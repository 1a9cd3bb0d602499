"""What window, commands and engine share: options, records, errors. Imports nothing heavy."""
