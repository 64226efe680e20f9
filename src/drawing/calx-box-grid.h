/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-bezier.h"

G_BEGIN_DECLS

/* Boxes that are found by where they are: what keeps the layout of many marks fast. */
typedef struct _CalxBoxGrid CalxBoxGrid;

/* @page: where most of them are; @cell: about their size. */
CalxBoxGrid   *calx_box_grid_new   (const CalxBox *page,
                                    double         cell) G_GNUC_WARN_UNUSED_RESULT;
void           calx_box_grid_free  (CalxBoxGrid   *self);
/* The number of the box: 0, 1, ... */
guint          calx_box_grid_add   (CalxBoxGrid   *self,
                                    const CalxBox *box);
const CalxBox *calx_box_grid_get   (CalxBoxGrid   *self,
                                    guint          index);
/* The numbers (guint) of the boxes that may overlap @box, each once; valid until the next call. */
const GArray  *calx_box_grid_find  (CalxBoxGrid   *self,
                                    const CalxBox *box);
/* Whether any box overlaps @box. */
gboolean       calx_box_grid_hits  (CalxBoxGrid   *self,
                                    const CalxBox *box);
/* Where two boxes overlap, as an area. */
double         calx_box_overlap    (const CalxBox *a,
                                    const CalxBox *b);
double         calx_box_area       (const CalxBox *self);
/* Whether a straight line enters the box. */
gboolean       calx_box_is_crossed (const CalxBox *self,
                                    CalxPoint      from,
                                    CalxPoint      to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxBoxGrid, calx_box_grid_free)

G_END_DECLS
