/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-report.h"

G_BEGIN_DECLS

/* One printed page on screen, as wide as there is room. */
#define CALX_TYPE_PAGE_VIEW (calx_page_view_get_type ())
G_DECLARE_FINAL_TYPE (CalxPageView, calx_page_view, CALX, PAGE_VIEW, GtkWidget)

/* @layout must outlive the widget; @page from 0. */
GtkWidget *calx_page_view_new (CalxReportLayout *layout,
                               CalxPaper         paper,
                               guint             page);

G_END_DECLS
