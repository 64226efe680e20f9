/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-json-syntax.h"

#include <string.h>

/* Our deepest file, a rule within a rule of the model, needs about ten. */
#define MAX_DEPTH 64

typedef struct
{
  const char *p;
  const char *fault; /* the first one met */
  int         depth;
} Scan;

static void scan_value (Scan *scan);

static void
fail (Scan       *scan,
      const char *fault)
{
  if (scan->fault == NULL)
    scan->fault = fault;
}

static void
skip_blanks (Scan *scan)
{
  if (scan->fault == NULL) /* where it was met stays */
    scan->p += strspn (scan->p, " \t\r\n");
}

/* Takes @c if it stands here. */
static gboolean
accept (Scan *scan,
        char  c)
{
  if (*scan->p != c)
    return FALSE;
  scan->p++;
  return TRUE;
}

static void
scan_digits (Scan *scan)
{
  gsize n = strspn (scan->p, "0123456789");

  if (n == 0)
    fail (scan, "a digit is missing");
  scan->p += n;
}

static void
scan_number (Scan *scan)
{
  accept (scan, '-');
  if (!accept (scan, '0'))
    scan_digits (scan);
  if (accept (scan, '.'))
    scan_digits (scan);
  if (*scan->p == 'e' || *scan->p == 'E')
    {
      scan->p++;
      if (*scan->p == '+' || *scan->p == '-')
        scan->p++;
      scan_digits (scan);
    }
}

/* The four digits after "\u"; 0 where they are none. */
static guint
scan_code_unit (Scan *scan)
{
  guint code = 0;

  for (int i = 0; i < 4; i++, scan->p++)
    {
      if (!g_ascii_isxdigit (*scan->p))
        {
          fail (scan, "four hexadecimal digits are missing");
          return 0;
        }
      code = code * 16 + g_ascii_xdigit_value (*scan->p);
    }
  return code;
}

static void
scan_escape (Scan *scan)
{
  guint code;

  if (!accept (scan, 'u'))
    {
      if (*scan->p == '\0' || strchr ("\"\\/bfnrt", *scan->p) == NULL)
        fail (scan, "no such escape");
      else
        scan->p++;
      return;
    }
  code = scan_code_unit (scan);
  if (code == 0)
    fail (scan, "a NUL character");
  else if (code >= 0xdc00 && code <= 0xdfff)
    fail (scan, "half a surrogate pair");
  else if (code >= 0xd800 && code <= 0xdbff)
    {
      if (!accept (scan, '\\') || !accept (scan, 'u'))
        fail (scan, "half a surrogate pair");
      code = scan->fault == NULL ? scan_code_unit (scan) : 0;
      if (code < 0xdc00 || code > 0xdfff)
        fail (scan, "half a surrogate pair");
    }
}

static void
scan_string (Scan *scan)
{
  if (!accept (scan, '"'))
    fail (scan, "a text in double quotes is missing");
  while (scan->fault == NULL && !accept (scan, '"'))
    {
      if ((guchar) *scan->p < ' ')
        fail (scan, *scan->p == '\0' ? "a quote is never closed" : "a control character in a text");
      else if (*scan->p++ == '\\')
        scan_escape (scan);
    }
}

static void
scan_members (Scan     *scan,
              gboolean  named,
              char      end)
{
  scan->p++;
  skip_blanks (scan);
  if (accept (scan, end))
    return;
  do
    {
      skip_blanks (scan);
      if (named)
        {
          scan_string (scan);
          skip_blanks (scan);
          if (!accept (scan, ':'))
            fail (scan, "a colon is missing");
        }
      scan_value (scan);
      skip_blanks (scan);
    }
  while (scan->fault == NULL && accept (scan, ','));
  if (scan->fault == NULL && !accept (scan, end))
    fail (scan, "a comma or a closing bracket is missing");
}

static void
scan_word (Scan *scan)
{
  static const char * const words[] = { "true", "false", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (scan->p, words[i]))
      {
        scan->p += strlen (words[i]);
        return;
      }
  fail (scan, *scan->p == '\0' ? "a value is missing" : "not a value");
}

static void
scan_value (Scan *scan)
{
  skip_blanks (scan);
  if (scan->fault != NULL)
    return;
  if (scan->depth == MAX_DEPTH)
    {
      fail (scan, "nested too deep");
      return;
    }
  scan->depth++;
  switch (*scan->p)
    {
    case '{':
      scan_members (scan, TRUE, '}');
      break;
    case '[':
      scan_members (scan, FALSE, ']');
      break;
    case '"':
      scan_string (scan);
      break;
    default:
      if (*scan->p == '-' || g_ascii_isdigit (*scan->p))
        scan_number (scan);
      else
        scan_word (scan);
      break;
    }
  scan->depth--;
}

const char *
calx_json_find_fault (const char *text,
                      guint      *ret_line)
{
  Scan scan = { text, NULL, 0 };

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (ret_line != NULL, NULL);

  scan_value (&scan);
  skip_blanks (&scan);
  if (*scan.p != '\0')
    fail (&scan, "something follows the end");
  if (scan.fault == NULL)
    return NULL;
  *ret_line = 1;
  for (const char *p = text; p < scan.p; p++)
    *ret_line += *p == '\n';
  return scan.fault;
}
