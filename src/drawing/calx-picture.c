/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-picture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "calx-file.h"

#define PNG_SCALE 2.0

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_png (const CalxPicture *self,
            GByteArray        *into G_GNUC_UNUSED)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         (int) ceil (self->width * PNG_SCALE),
                                                         (int) ceil (self->height * PNG_SCALE));

  cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
  return surface;
}

static cairo_surface_t *
create_pdf (const CalxPicture *self,
            GByteArray        *into)
{
  return cairo_pdf_surface_create_for_stream (append_bytes, into, self->width, self->height);
}

static cairo_surface_t *
create_svg (const CalxPicture *self,
            GByteArray        *into)
{
  return cairo_svg_surface_create_for_stream (append_bytes, into, self->width, self->height);
}

/* Letters are outlines in cairo's SVG: who searches it or has it read aloud finds the title and the
 * words in its description. */
static GByteArray *
add_words (const CalxPicture *self,
           GByteArray        *svg)
{
  GByteArray      *described = g_byte_array_new ();
  const char      *start = g_strstr_len ((const char *) svg->data, svg->len, "<svg");
  const char      *end = start != NULL ? memchr (start, '>', svg->len - (gsize) (start - (const char *) svg->data)) : NULL;
  gsize            head = end != NULL ? (gsize) (end + 1 - (const char *) svg->data) : 0;
  g_autofree char *text = g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>", self->title, self->words);

  g_byte_array_append (described, svg->data, (guint) head);
  g_byte_array_append (described, (const guint8 *) text, (guint) strlen (text));
  g_byte_array_append (described, svg->data + head, svg->len - (guint) head);
  g_byte_array_unref (svg);
  return described;
}

typedef struct
{
  const char       *suffix;
  gboolean          is_pixels; /* encoded once it is drawn; the others write as they are drawn */
  cairo_surface_t *(*create) (const CalxPicture *self,
                              GByteArray        *into);
  GByteArray      *(*add_words) (const CalxPicture *self,
                                 GByteArray        *drawn); /* takes what was drawn; NULL: nothing to add */
} Format;

static const Format formats[] = {
  { ".svg", FALSE, create_svg, add_words },
  { ".png", TRUE, create_png, NULL },
  { ".pdf", FALSE, create_pdf, NULL },
};

static const Format *
find_format (const char  *path,
             GError     **error)
{
  const char *suffix = strrchr (path, '.');

  for (guint i = 0; suffix != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (suffix, formats[i].suffix) == 0)
      return &formats[i];
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _("The name of the picture must end in .svg, .png or .pdf"));
  return NULL;
}

static gboolean
check_status (cairo_status_t   status,
              GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture could not be drawn: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

static GBytes *
render (const CalxPicture *self,
        const Format      *format,
        gconstpointer      data,
        GError           **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t      *surface = format->create (self, bytes);
  cairo_t              *cr = cairo_create (surface);
  cairo_status_t        status;

  self->draw (cr, data);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format->is_pixels)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS && format->add_words != NULL)
    bytes = format->add_words (self, g_steal_pointer (&bytes));
  return check_status (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

gboolean
calx_picture_write (const CalxPicture *self,
                    gconstpointer      data,
                    const char        *path,
                    GError           **error)
{
  g_autoptr(GBytes) bytes = NULL;
  const Format     *format;

  g_return_val_if_fail (self != NULL && self->draw != NULL && path != NULL, FALSE);
  g_return_val_if_fail (self->title != NULL && self->words != NULL, FALSE);

  format = find_format (path, error);
  if (format == NULL)
    return FALSE;
  bytes = render (self, format, data, error);
  return bytes != NULL && calx_file_write_private (path, bytes, error);
}
