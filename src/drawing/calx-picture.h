/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* A picture that leaves the program as a file. */
typedef struct
{
  double      width, height; /* points */
  void      (*draw) (cairo_t       *cr,
                     gconstpointer  data);
  const char *title;         /* what an SVG, whose letters are outlines, is found by and read aloud as: */
  const char *words;         /* its title and description */
} CalxPicture;

/* The suffix of @path (.svg, .png, .pdf) decides; written 0600 to a temporary name beside it and renamed. */
gboolean calx_picture_write (const CalxPicture *self,
                             gconstpointer      data,
                             const char        *path,
                             GError           **error);

G_END_DECLS
